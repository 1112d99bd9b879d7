import { gunzipSync, gzipSync } from 'node:zlib'
import { must } from '../../shared/base/must.ts'
import { accepted } from '../../shared/base/outcome.ts'
import { keyIdOf } from '../../shared/proof/machine-key.ts'
import { openBundle, sealBundle } from '../../shared/sync/bundle-file.ts'
import { answerBundleSchema, stationBundleSchema, type StationBundle } from '../../shared/sync/bundle.ts'
import { readScans, type ScanFiles } from '../../electron/services/bundle/scans-on-stick.ts'
import { handOverBundle, takeInAnswer, type StickPort } from '../../renderer/sync/bundle.ts'
import type { LeaseHolder } from '../../renderer/sync/keep-leases.ts'
import type { Random } from '../../build/sample-station/random.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { instantOfTests } from '../builders/reissues.ts'
import type { FuzzCity } from './fuzz-city.ts'
import type { Power } from './power.ts'

/** Somebody keeps so many files, and takes whichever of them to the city or brings it back once more. */
const mostFiles = 4

type BundleContent = Pick<StationBundle, 'n' | 'lastOrder' | 'messages' | 'leases' | 'attachments'>

/** The sticks of one machine: files are sealed and opened as they are; they are lost, kept, mixed up and brought late. */
export class FuzzStick {
  readonly #bundles: Uint8Array[] = []
  readonly #answers: Uint8Array[] = []

  constructor(
    private readonly authors: MadeAuthors,
    private readonly random: Random,
    /** The scans that the machine keeps. */
    private readonly files: ScanFiles,
  ) {}

  /** Whatever waits goes on a stick; a power cut may come at any moment of it. */
  async handOver(holder: LeaseHolder, power: Power, city: FuzzCity): Promise<void> {
    await handOverBundle(holder, this.#port(power, city), () => undefined)
  }

  /** Somebody carries one of the files to the city, not always the last one; on the way back the answer may be lost. */
  async carry(city: FuzzCity): Promise<void> {
    if (this.#bundles.length === 0) return
    const answer = await city.takeBundle(this.random.pick(this.#bundles), keyIdOf(this.authors.machineKey))
    if (answer && this.random.chance(0.8)) keep(this.#answers, answer)
  }

  /** One of the answers is taken in, not always the last one, now and then once more. */
  async takeIn(holder: LeaseHolder, power: Power, city: FuzzCity): Promise<void> {
    if (this.#answers.length === 0) return
    const { store, now } = holder
    const port = this.#port(power, city, () => this.random.pick(this.#answers))
    await takeInAnswer(store, port, () => undefined, { now })
  }

  /** A stick goes to the city and back with nothing lost on the way. */
  async exchange(holder: LeaseHolder, power: Power, city: FuzzCity): Promise<void> {
    await this.handOver(holder, power, city)
    const file = must(this.#bundles.at(-1), 'a stick was written')
    const answer = must(await city.takeBundle(file, keyIdOf(this.authors.machineKey)), 'the city takes it')
    const { store, now } = holder
    await takeInAnswer(
      store,
      this.#port(power, city, () => answer),
      () => undefined,
      { now },
    )
  }

  #port(power: Power, city: FuzzCity, answerOf = nothingToRead): StickPort {
    let unnamed: Uint8Array | undefined
    return {
      write: ({ scans: digests, ...messages }) =>
        power.around(async () => {
          const { attachments, lost } = await readScans(this.files, digests)
          const bundle = { ...messages, ...(attachments.length > 0 ? { attachments } : {}) }
          unnamed = await this.#seal(bundle, await city.publicKey())
          const scans = attachments.map(({ digest }) => digest)
          return { outcome: 'written', name: 'bundle', scans, lost }
        }),
      finish: (isKept) =>
        power.around(async () => {
          if (isKept) keep(this.#bundles, must(unnamed, 'a file was written'))
          return accepted(true)
        }),
      open: () =>
        power.around(async () => {
          const opened = await openBundle('answer', answerOf(), this.authors.machineSecret)
          if (!opened.ok) throw new Error(`the city's answer does not open: ${opened.why}`)
          const content = JSON.parse(gunzipSync(opened.packed).toString('utf8')) as unknown
          return { outcome: 'opened', ...answerBundleSchema.parse(content) }
        }),
    }
  }

  async #seal(bundle: BundleContent, cityKey: string): Promise<Uint8Array> {
    const { station, device } = this.authors
    const content = stationBundleSchema.parse({
      station,
      device,
      ...bundle,
      madeAt: instantOfTests,
      report: this.authors.trailReport,
      userKeys: this.authors.report(),
      parts: [],
    })
    const packed = new Uint8Array(gzipSync(JSON.stringify(content)))
    return sealBundle('station', packed, { to: cityKey, secret: this.authors.machineSecret })
  }
}

function nothingToRead(): Uint8Array {
  throw new Error('no answer is asked for while a bundle goes out')
}

function keep(files: Uint8Array[], file: Uint8Array): void {
  files.push(file)
  if (files.length > mostFiles) files.shift()
}
