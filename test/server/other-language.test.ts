import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { actionSchema } from '../../shared/cases/action.ts'
import { faultSchema, verdictSchema } from '../../shared/sync/messages.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { putDeciders } from '../../server/deciders/decider-rows.ts'
import { addStation, openEmbeddedForTest, type CityUnderTest } from './city-under-test.ts'

const seenSchema = z.object({
  steps: z.array(z.string()),
  ids: z.array(z.uuid()),
  first: z.array(verdictSchema),
  again: z.array(verdictSchema),
  refused: z.array(verdictSchema),
  stranger: z.tuple([z.number(), faultSchema]),
  fetched: z.array(actionSchema),
  sent: z.array(actionSchema),
})

let base: CityUnderTest
let address: string
beforeAll(async () => {
  base = await openEmbeddedForTest()
  address = await base.app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => base.close())

/** Runs the Python client against the city, and reads what it saw. */
async function runClient() {
  const station = await addStation(base.city, 0)
  await putDeciders(base.city.database, station.code, [{ policeNumber: '970001', role: 'county' }])
  const given = {
    address,
    token: station.token,
    station: station.code,
    stationName: station.name,
    at: instantOfTests,
    number: '150430100000-PY-20260310-001',
    clerk: station.clerk,
    chief: station.chief,
    county: { userId: 'county-1', name: '旗县样', role: 'county', policeNumber: '970001' },
  }
  const program = join(import.meta.dirname, '../protocol-client/client.py')
  const child = spawn('python3', [program], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(JSON.stringify(given))
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (child.exitCode === null) await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error(complained)
  return seenSchema.parse(JSON.parse(said))
}

describe('a client written from the protocol alone, in Python', () => {
  it('files a case from the counter to the holder’s hand, once however often it sends', async () => {
    const seen = await runClient()
    expect(seen.first.map(({ id, outcome }) => ({ id, outcome }))).toEqual(
      seen.ids.map((id) => ({ id, outcome: 'accepted' })),
    )
    expect(seen.again).toEqual(seen.first)
    expect(seen.fetched).toEqual(seen.sent)
    expect(seen.steps).toEqual(expect.arrayContaining(seen.sent.map(({ step }) => step)))
  })

  it('reads why an action was refused, and that nobody knows a stranger', async () => {
    const { refused, stranger } = await runClient()
    expect(refused.map((verdict) => verdict.outcome === 'refused' && verdict.refusals[0]?.code)).toEqual([
      'id-reused',
      'half-a-year',
    ])
    expect(stranger).toMatchObject([401, { code: 'station-not-known' }])
  })
})
