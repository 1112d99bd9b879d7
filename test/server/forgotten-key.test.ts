import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Desk } from '../../electron/desk.ts'
import type { ExchangeRequest } from '../../electron/services/line/line.ts'
import { reportMachine } from '../../electron/services/line/report-machine.ts'
import type { OpenSession } from '../../electron/services/session/session.ts'
import { openTrail } from '../../electron/services/trail/trail.ts'
import type { ExchangeResult } from '../../shared/ipc/line-channels.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import type { MadeStation } from '../builders/reissues.ts'
import { madeKeyring, someKeystore } from '../keys/made-keyring.ts'
import { secretsInMemory } from '../walk-in/machine.ts'
import { addStation, bearer, openEmbeddedForTest, type CityUnderTest } from './city-under-test.ts'

let base: CityUnderTest
let station: MadeStation
let folder: string
beforeAll(async () => {
  base = await openEmbeddedForTest()
  station = await addStation(base.city, 1)
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-forgotten-'))
})
afterAll(async () => {
  await base.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The line without its sockets. */
async function exchange({ method, path, body }: ExchangeRequest): Promise<ExchangeResult> {
  const headers = { ...bearer(station), 'content-type': 'application/json' }
  const payload = body === undefined ? {} : { payload: String(body) }
  const answer = await base.app.inject({ method, url: path, headers, ...payload })
  return { kind: 'answer', status: answer.statusCode, contentType: 'application/json', body: answer.body }
}

it('a city that forgot a machine’s key certifies it again at the next report', async () => {
  const trail = await openTrail(folder, () => new Date())
  const profile = { station: { code: station.code }, device: 'D1' }
  const desk = { trail, profile, keyring: madeKeyring(folder, someKeystore()) } as unknown as Desk
  const user = { id: station.clerk.userId, station: station.code }
  const secrets = secretsInMemory()
  const open = { secrets, user, signature: algorithmNamed('ed25519') } as unknown as OpenSession
  const known = () =>
    base.city.database.query('select key_id from machine_keys where station = $1', [station.code])

  expect(await reportMachine(desk, open, exchange)).toMatchObject({ outcome: 'reported' })
  const before = await known()
  expect(before).toHaveLength(1)
  // As after a crash of an embedded city, whose base is built again from its journal.
  await base.city.database.query('delete from machine_keys')
  expect(await reportMachine(desk, open, exchange)).toMatchObject({ outcome: 'reported' })
  expect(await known()).toEqual(before)
})
