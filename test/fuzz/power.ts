import type { Codec } from '../../renderer/local/codec.ts'
import type { JournalPort } from '../../renderer/local/journal-port.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'

/** The machine lost its power: whatever was going on ends here, and nothing of it comes back. */
export class PowerCut extends Error {}

/** The power of one machine. It can be told to fail at the n-th moment from now at which the program waits. */
export class Power {
  #left = Number.POSITIVE_INFINITY
  #off = false

  failAfter(moments: number): void {
    this.#left = moments
  }

  get isOff(): boolean {
    return this.#off
  }

  cut(): void {
    this.#off = true
  }

  /** A moment at which the power may go. */
  tick(): void {
    this.#left -= 1
    if (this.#left < 0) this.#off = true
    if (this.#off) throw new PowerCut('the power is gone')
  }

  /** Before and after: a cut in between leaves the work done and its word unheard. */
  async around<Result>(work: () => Promise<Result>): Promise<Result> {
    this.tick()
    const result = await work()
    this.tick()
    return result
  }
}

/** The ports of a machine, every call of which is a moment at which its power may go. */
export function onPower(power: Power, { codec, journal }: { codec: Codec; journal: JournalPort }) {
  const codecOnPower: Codec = {
    ...codec,
    seal: (value, place) => power.around(() => codec.seal(value, place)),
    open: (sealed, place) => power.around(() => codec.open(sealed, place)),
    sealBytes: (bytes, place) => power.around(() => codec.sealBytes(bytes, place)),
    openBytes: (sealed, place) => power.around(() => codec.openBytes(sealed, place)),
    digest: (text) => codec.digest(text),
  }
  const journalOnPower: JournalPort = {
    append: (entries) => power.around(() => journal.append(entries)),
    read: (after, limit) => power.around(() => journal.read(after, limit)),
    last: () => power.around(() => journal.last()),
  }
  return { codec: codecOnPower, journal: journalOnPower }
}

export function lineOnPower(power: Power, line: LinePort): LinePort {
  return { exchange: (method, path, body) => power.around(() => line.exchange(method, path, body)) }
}
