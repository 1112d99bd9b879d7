import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { takeBundle } from '../../server/bundle/take-bundle.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import { addStation, fetchAll, openPostgresForTest, type CityUnderTest } from './city-under-test.ts'
import { StickDesk } from './stick-desk.ts'

/** The city of a file of tests, a folder that stands for its stick, and the machines that used it. */
class Here {
  readonly desks: StickDesk[] = []
  machines = 0
  stick = ''
  city: CityUnderTest | undefined

  get base(): CityUnderTest {
    return must(this.city, 'the city is open')
  }
}

export const here = new Here()

/** Opens the city and the stick before the tests of a file, and closes them after it. */
export function beginStickDays(): void {
  beforeAll(async () => {
    here.city = await openPostgresForTest()
    here.stick = await mkdtemp(join(tmpdir(), 'stick-'))
  })
  afterAll(async () => {
    await here.base.close()
    await rm(here.stick, { recursive: true, force: true })
  })
  afterEach(() => {
    for (const desk of here.desks.splice(0)) desk.close()
  })
}

export const rethrow = { reportFault: (error: unknown) => expect(error).toBeUndefined() }

/** A desk that met the city once and lost its line since, with whole reissues done. */
export async function offlineDesk(reissues = 2, station?: MadeStation): Promise<StickDesk> {
  here.machines += 1
  const desk = new StickDesk(
    station ?? (await addStation(here.base.city, reissues)),
    `S${here.machines}`,
    here.stick,
  )
  here.desks.push(desk)
  await desk.open(reissues)
  await desk.meet(here.base.city)
  return desk
}

export async function work(desk: StickDesk, n: number, steps = 5): Promise<string[]> {
  const actions = reissueActions({ station: desk.station, n }).slice(0, steps)
  for (const action of actions) {
    const written = await desk.store.write(() => ({ kind: 'recorded', action }))
    expect(written.ok).toBe(true)
  }
  return actions.map(({ id }) => id)
}

/** The city's clerk takes the last file of the desk; the path of the answer. */
export async function taken(desk: StickDesk, file?: Uint8Array): Promise<{ path: string; again: boolean }> {
  const done = await takeBundle(here.base.city, file ?? (await desk.lastFile()), rethrow)
  if (!done.ok) throw new Error(done.refusals[0]?.code)
  const path = join(here.stick, `${desk.device}-answer-${done.value.n}`)
  await writeFile(path, done.value.answer)
  return { path, again: done.value.again }
}

export async function filedIds(desk: StickDesk): Promise<string[]> {
  return (await fetchAll(here.base.app, desk.station)).map(({ action }) => action.id)
}

export async function outcomes(desk: StickDesk, ids: readonly string[]) {
  const rows = await desk.store.database.receipts.bulkGet([...ids])
  return rows.map((row) => row?.outcome)
}

export const everyOne = <Value>(ids: readonly unknown[], value: Value) => ids.map(() => value)

/** A bundle of one finished reissue, as bytes. */
export async function someBundle() {
  const desk = await offlineDesk()
  await work(desk, 0)
  await desk.handOver()
  return { desk, file: await desk.lastFile() }
}

export async function refusalOf(file: Uint8Array, certify?: string) {
  const done = await takeBundle(here.base.city, file, { ...rethrow, ...(certify ? { certify } : {}) })
  if (done.ok) return 'taken'
  expect(done.refusals[0]?.message).toMatch(/\p{Script=Han}/u)
  return done.refusals[0]?.code
}
