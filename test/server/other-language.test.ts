import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { actionSchema } from '../../shared/cases/action.ts'
import { faultSchema, verdictSchema } from '../../shared/sync/messages.ts'
import { must } from '../../shared/base/must.ts'
import type { City } from '../../server/city.ts'
import { instantOfTests, type MadeStation } from '../builders/reissues.ts'
import { putDeciders } from '../../server/deciders/decider-rows.ts'
import { addStation, openEmbeddedForTest, type CityUnderTest } from './city-under-test.ts'
import { addStationWithCodes, openTlsCity, type TlsCity } from './tls-city.ts'

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

type Seen = z.infer<typeof seenSchema>

let base: CityUnderTest
let address: string
let secured: TlsCity
beforeAll(async () => {
  base = await openEmbeddedForTest()
  address = await base.app.listen({ host: '127.0.0.1', port: 0 })
  secured = await openTlsCity()
})
afterAll(async () => {
  await base.close()
  await secured.close()
})

interface Place {
  readonly address: string
  readonly station: MadeStation
  readonly at: string
  /** Of a city that speaks TLS: its certificate, and a code to enrol with. */
  readonly authority?: string
  readonly code?: string
}

/** Runs the Python client against the city, and reads what it saw. */
async function runClient(city: City, { station, ...place }: Place): Promise<Seen> {
  await putDeciders(city.database, station.code, [{ policeNumber: '970001', role: 'county' }])
  const given = {
    ...place,
    device: 'PY',
    token: station.token,
    station: station.code,
    stationName: station.name,
    number: `${station.code}-PY-20260310-001`,
    clerk: station.clerk,
    chief: station.chief,
    county: { userId: 'county-1', name: '旗县样', role: 'county', policeNumber: '970001' },
  }
  const program = join(import.meta.dirname, '../protocol-client/client.py')
  const child = spawn('python3', ['-B', program], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(JSON.stringify(given))
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)])
  if (child.exitCode === null) await once(child, 'exit')
  if (child.exitCode !== 0) throw new Error(complained)
  return seenSchema.parse(JSON.parse(said))
}

async function runOverHttp(): Promise<Seen> {
  return runClient(base.city, { address, station: await addStation(base.city, 0), at: instantOfTests })
}

async function runOverTls(): Promise<Seen> {
  const { station, entry } = await addStationWithCodes(secured, 40, 1)
  const { authority, enrolmentCodes } = entry
  return runClient(secured.city, {
    address: secured.address,
    station,
    // This city's clock is the true one.
    at: secured.city.now(),
    authority,
    code: must(enrolmentCodes[0], 'one was asked for'),
  })
}

function expectFiledOnce({ first, again, ids, fetched, sent, steps }: Seen): void {
  expect(first.map(({ id, outcome }) => ({ id, outcome }))).toEqual(
    ids.map((id) => ({ id, outcome: 'accepted' })),
  )
  expect(again).toEqual(first)
  expect(fetched).toEqual(sent)
  expect(steps).toEqual(expect.arrayContaining(sent.map(({ step }) => step)))
}

/** The keys under whose signatures the city filed the client's steps; null for one without. */
async function keysUnder({ sent }: Seen): Promise<(string | null)[]> {
  const rows = await secured.city.database.query<{ signed: string | null }>(
    'select author_key as signed from actions where id = any ($1::uuid[])',
    [sent.map(({ id }) => id)],
  )
  return rows.map(({ signed }) => signed)
}

describe('a client written from the protocol alone, in Python', () => {
  it('files a case from the counter to the holder’s hand, once however often it sends', async () => {
    expectFiledOnce(await runOverHttp())
  })

  it('does so as a machine that enrols over TLS, with the signatures of its three people under their steps', async () => {
    const seen = await runOverTls()
    expectFiledOnce(seen)
    const keys = await keysUnder(seen)
    expect(keys).toHaveLength(5)
    expect(keys).not.toContain(null)
    expect(new Set(keys).size).toBe(3)
  })

  it('reads why an action was refused, and that nobody knows a stranger', async () => {
    const { refused, stranger } = await runOverHttp()
    expect(refused.map((verdict) => verdict.outcome === 'refused' && verdict.refusals[0]?.code)).toEqual([
      'id-reused',
      'half-a-year',
    ])
    expect(stranger).toMatchObject([401, { code: 'station-not-known' }])
  })
})
