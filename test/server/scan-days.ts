import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import type { AnswerBundle, ScanByStick, StationBundle } from '../../shared/sync/bundle.ts'
import { openFromCity } from '../../electron/services/bundle/seal-for-city.ts'
import { ownKey, ownSecretKey } from '../../electron/services/signing/signing.ts'
import { nothingToSend, useUploads } from '../../renderer/sync/upload-state.ts'
import { sealAnswer } from '../../server/bundle/open-at-city.ts'
import { takeBundle, type BundleTaken } from '../../server/bundle/take-bundle.ts'
import { attachAction, attachmentOf, digestOf, makePicture } from '../builders/pictures.ts'
import { reissueActions } from '../builders/reissues.ts'
import { addStation, messageOf, newId, type CityUnderTest } from './city-under-test.ts'
import { forgedBundle, publicKeyOf, StickDesk } from './stick-desk.ts'

const rethrow = { reportFault: (error: unknown) => expect(error).toBeUndefined() }

/** A city, a folder that stands for the stick, and machines without a line whose clerks scan papers. */
export class ScanDays {
  #city: CityUnderTest | undefined
  #stick = ''
  #machines = 0
  #pictures = 0
  readonly #desks: StickDesk[] = []

  get base(): CityUnderTest {
    return must(this.#city, 'the city is open')
  }

  async open(openCity: () => Promise<CityUnderTest>): Promise<void> {
    this.#city = await openCity()
    this.#stick = await mkdtemp(join(tmpdir(), 'stick-scans-'))
  }

  async close(): Promise<void> {
    await this.base.close()
    await rm(this.#stick, { recursive: true, force: true })
  }

  closeDesks(): void {
    for (const desk of this.#desks.splice(0)) desk.close()
  }

  /** A desk that met the city once and lost its line since. */
  async offlineDesk(): Promise<StickDesk> {
    this.#machines += 1
    const desk = new StickDesk(await addStation(this.base.city, 3), `P${this.#machines}`, this.#stick)
    this.#desks.push(desk)
    await desk.open(3)
    await desk.meet(this.base.city)
    return desk
  }

  somePicture(): Buffer {
    this.#pictures += 1
    return makePicture(9000 + this.#pictures)
  }

  /** The city's clerk takes the last file of the desk, or another one; where the answer lies. */
  async take(desk: StickDesk, file?: Uint8Array): Promise<BundleTaken & { readonly path: string }> {
    const done = await takeBundle(this.base.city, file ?? (await desk.lastFile()), rethrow)
    if (!done.ok) throw new Error(done.refusals[0]?.code)
    const path = join(this.#stick, `${desk.device}-answer-${randomUUID()}`)
    await writeFile(path, done.value.answer)
    return { ...done.value, path }
  }

  /** The answer as a city of before would have written it, without a word on scans; its path. */
  async answerOfBefore(desk: StickDesk, path: string): Promise<string> {
    const { attachments: _unknownThere, ...before } = await answerIn(desk, path)
    const { publicKey } = await ownKey(desk.secrets, algorithmNamed('ed25519'))
    await writeFile(`${path}-before`, await sealAnswer(this.base.city, publicKey, before))
    return `${path}-before`
  }

  /** A stick as this machine would write it, with other parts. */
  async changedStick(desk: StickDesk, change: Partial<StationBundle>): Promise<Uint8Array> {
    const secret = Buffer.from(await ownSecretKey(desk.secrets, algorithmNamed('ed25519')))
    const content = { ...(await desk.content()), ...change }
    return forgedBundle(content, await publicKeyOf(this.base.city), secret)
  }

  folderOf({ station }: StickDesk): string {
    return join(this.base.city.attachmentFolder, station.code)
  }

  /** Names of the files that the city has of the desk's station. */
  async storedOf(desk: StickDesk): Promise<string[]> {
    return (await readdir(this.folderOf(desk)).catch((): string[] => [])).sort()
  }
}

/** Opens the city and the stick before the tests of a block, and closes them after it. */
export function beginScanDays(openCity: () => Promise<CityUnderTest>): ScanDays {
  const days = new ScanDays()
  beforeAll(() => days.open(openCity))
  beforeEach(() => useUploads.setState({ ...nothingToSend, lost: new Map() }))
  afterEach(() => days.closeDesks())
  afterAll(() => days.close())
  return days
}

/** The n-th case is taken in with these scans: kept by the machine, then named. The id of the step that names them. */
export async function acceptWith(desk: StickDesk, n: number, scans: readonly Buffer[]): Promise<string> {
  for (const bytes of scans) expect((await desk.attachments.keep(bytes)).ok).toBe(true)
  const [action, naming] = stepsWith(
    desk,
    n,
    scans.map((bytes) => attachmentOf(bytes)),
  )
  const written = await desk.store.write(() => ({ kind: 'recorded', action, followedBy: [naming] }))
  expect(written.ok).toBe(true)
  return naming.id
}

/** The acceptance of the n-th case, and the step that names files of it. */
export function stepsWith(
  { station }: StickDesk,
  n: number,
  named: Parameters<typeof attachAction>[2],
): [Action, Action] {
  const action = must(reissueActions({ station, n })[0], 'a first step')
  return [action, attachAction(action, newId(), named)]
}

/** Steps as that machine's stick carries them. */
export function messageFrom({ station, device }: StickDesk, actions: readonly Action[]) {
  return { ...messageOf(station, actions), actions: [...actions], device }
}

export function scanOf(bytes: Uint8Array, digest = digestOf(bytes)): ScanByStick {
  return { digest, bytes: Buffer.from(bytes).toString('base64') }
}

/** The answer as the machine reads it. */
export async function answerIn({ secrets, station, device }: StickDesk, path: string): Promise<AnswerBundle> {
  const opened = await openFromCity(secrets, await readFile(path), { station: station.code, device })
  return opened.ok ? opened.value : expect.unreachable('the answer opens')
}

/** Where each scan stands, and on which bundle. */
export async function scanStates({ store }: StickDesk): Promise<string[]> {
  const rows = await store.database.attachments.toArray()
  return rows.map(({ state, bundle }) => (bundle === undefined ? state : `${state} on ${bundle}`)).sort()
}
