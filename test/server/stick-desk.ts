import { randomBytes, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { must } from '../../shared/base/must.ts'
import { accepted, type Outcome } from '../../shared/base/outcome.ts'
import type { Lease } from '../../shared/register/lease.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'
import { sealBundle } from '../../shared/sync/bundle-file.ts'
import type { StationBundle } from '../../shared/sync/bundle.ts'
import { trailStart } from '../../shared/trail/trail-chain.ts'
import {
  openAttachmentFiles,
  type AttachmentFiles,
} from '../../electron/services/attachments/attachment-files.ts'
import { sealWithScans } from '../../electron/services/bundle/scans-on-stick.ts'
import { openFromCity } from '../../electron/services/bundle/seal-for-city.ts'
import {
  dropUnnamed,
  giveItsName,
  writeUnnamed,
  type UnnamedFile,
} from '../../electron/services/bundle/stick-file.ts'
import type { MachineSecrets } from '../../electron/services/keys/secrets.ts'
import { keepLists } from '../../electron/services/signing/city-lists.ts'
import { ownKey, provePossession } from '../../electron/services/signing/signing.ts'
import { DeskStore } from '../../renderer/local/desk-store.ts'
import {
  handOverBundle,
  takeInAnswer,
  type HandedOver,
  type StickPort,
  type TakenIn,
} from '../../renderer/sync/bundle.ts'
import type { LeaseHolder } from '../../renderer/sync/keep-leases.ts'
import type { City } from '../../server/city.ts'
import { makeChallenge } from '../../server/tokens/challenge.ts'
import { takeReport } from '../../server/machines/take-report.ts'
import { onPower, Power } from '../fuzz/power.ts'
import { instantOfTests, makeRegister, type MadeStation } from '../builders/reissues.ts'
import { importOf } from '../local/made-desk.ts'
import { madeCodec } from '../local/made-codec.ts'
import { makeMemoryJournal } from '../local/memory-journal.ts'
import { machineOf } from './lease-asker.ts'

const pack = promisify(gzip)

/** Secrets in memory, as the machine keeps them sealed on disk. */
export function secretsInMemory(): MachineSecrets {
  const kept = new Map<string, Uint8Array>()
  return {
    read: async (name) => kept.get(name),
    write: async (name, bytes) => void kept.set(name, new Uint8Array(bytes)),
  }
}

/** A machine without a line: the real store, the real sealing, files in a folder that stands for the stick. */
export class StickDesk {
  readonly secrets = secretsInMemory()
  readonly journal = makeMemoryJournal()
  /** The scans that the machine keeps, sealed on its disk. */
  readonly attachments: AttachmentFiles
  readonly #name = `stick-${randomUUID()}`
  #power = new Power()
  #store: DeskStore | undefined
  #unnamed: UnnamedFile | undefined

  constructor(
    readonly station: MadeStation,
    readonly device: string,
    readonly stick: string,
  ) {
    // A folder of its own beside the files of the stick, which goes when they go.
    const disk = join(stick, this.#name)
    this.attachments = openAttachmentFiles(
      disk,
      suiteNamed('aes-256-gcm'),
      new Uint8Array(randomBytes(32)),
      Date.now,
    )
  }

  get store(): DeskStore {
    return must(this.#store, 'the desk is open')
  }

  /** `leases`: the blocks of its starting package, where it names others than the first machine's. */
  async open(reissues: number, leases?: Lease[]): Promise<void> {
    this.#power = new Power()
    this.#unnamed = undefined
    const parts = onPower(this.#power, { codec: madeCodec, journal: this.journal })
    const { store, opening } = await DeskStore.open({ ...parts, name: this.#name })
    this.#store = store
    if (opening.total === 0)
      await store.write(() =>
        importOf(this.station, makeRegister(this.station, reissues), leases ? { leases } : {}),
      )
  }

  close(): void {
    this.#store?.close()
  }

  /** The machine ends as in a power cut and starts again from its disk. */
  async startAgain(): Promise<void> {
    this.#power.cut()
    this.close()
    await this.open(0)
  }

  powerFailsAfter(moments: number): void {
    this.#power.failAfter(moments)
  }

  /** The first contact: the city certifies the key, and the machine knows the city's. */
  async meet(city: City): Promise<void> {
    const { lists, listsDigest } = await takeReport(city, await this.provedReport(city))
    const answer = { lists, digest: listsDigest, madeAt: instantOfTests }
    await keepLists(this.secrets, answer, instantOfTests, undefined)
  }

  private async provedReport(city: City) {
    const report = await this.report()
    const { challenge } = await makeChallenge(city)
    const { possession } = await provePossession(this.secrets, algorithmNamed('ed25519'), report, challenge)
    return { ...report, possession }
  }

  async report() {
    const { publicKey } = await ownKey(this.secrets, algorithmNamed('ed25519'))
    const trail = { n: 0, head: trailStart }
    return { station: this.station.code, device: this.device, trail, publicKey, listsDigest: '' }
  }

  /** As the counter asks for blocks of numbers, over the line and by stick. */
  get holder(): LeaseHolder {
    return {
      store: this.store,
      station: this.station.code,
      device: this.device,
      machine: machineOf(this.station, this.device),
      firstBlocks: false,
      now: () => instantOfTests,
      newId: randomUUID,
      wishes: () => Promise.resolve({ isClosedDown: false, outageDays: 10 }),
    }
  }

  handOver(): Promise<Outcome<HandedOver>> {
    return handOverBundle(this.holder, this.port(''), () => undefined)
  }

  takeIn(answerPath: string): Promise<Outcome<TakenIn>> {
    return takeInAnswer(this.store, this.port(answerPath), () => undefined, { now: () => instantOfTests })
  }

  async content(): Promise<StationBundle> {
    const { code } = this.station
    return {
      station: code,
      device: this.device,
      n: 1,
      madeAt: instantOfTests,
      lastOrder: 0,
      messages: [],
      report: await this.report(),
      parts: [],
    }
  }

  /** Names of this desk's finished files on the stick, in order. */
  async files(): Promise<string[]> {
    const names = await readdir(this.stick)
    return names.filter((name) => name.startsWith(`bundle-${this.device}-`) && name.endsWith('.hukou')).sort()
  }

  async lastFile(): Promise<Uint8Array> {
    return readFile(join(this.stick, must((await this.files()).at(-1), 'a bundle lies on the stick')))
  }

  private port(answerPath: string): StickPort {
    return {
      write: ({ scans: digests, ...messages }) =>
        this.#power.around(async () => {
          const content = { ...(await this.content()), ...messages }
          const sealed = await sealWithScans(this.secrets, this.attachments, content, digests)
          if (!sealed.ok) throw new Error(sealed.refusals[0]?.code)
          const { file, scans, lost } = sealed.value
          const name = `bundle-${this.device}-${String(messages.n).padStart(4, '0')}.hukou`
          const written = await writeUnnamed(join(this.stick, name), file)
          if (!written.ok) return { outcome: 'failed', reason: written.refusals[0]?.message ?? '' }
          this.#unnamed = written.value
          return { outcome: 'written', name, scans, lost }
        }),
      finish: (keep) =>
        this.#power.around(async () => {
          const file = must(this.#unnamed, 'a file was written')
          if (keep) return giveItsName(file)
          await dropUnnamed(file)
          return accepted(true)
        }),
      open: () =>
        this.#power.around(async () => {
          const here = { station: this.station.code, device: this.device }
          const opened = await openFromCity(this.secrets, await readFile(answerPath), here)
          if (!opened.ok) throw new Error(opened.refusals[0]?.code)
          return { outcome: 'opened', ...opened.value }
        }),
    }
  }
}

/** A station's file with any content, sealed for a city and signed with any key. */
export async function forgedBundle(content: unknown, cityKey: string, secret = randomBytes(32)) {
  const packed = content instanceof Uint8Array ? content : new Uint8Array(await pack(JSON.stringify(content)))
  return sealBundle('station', packed, { to: cityKey, secret: new Uint8Array(secret) })
}

export async function publicKeyOf(city: City): Promise<string> {
  return algorithmNamed('ed25519').publicKeyOf(await city.secretKey())
}
