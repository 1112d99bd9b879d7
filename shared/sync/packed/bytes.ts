import { UnreadablePack } from './unreadable-pack.ts'

/** Writes bytes one after the other into a space that grows. */
export class ByteWriter {
  #bytes = new Uint8Array(4096)
  #length = 0

  byte(value: number): void {
    this.#makeRoom(1)
    this.#bytes[this.#length] = value
    this.#length += 1
  }

  /** A whole number from 0 to 2^53 - 1, seven bits a byte, lowest first. */
  count(value: number): void {
    let rest = value
    while (rest > 127) {
      this.byte((rest % 128) + 128)
      rest = (rest - (rest % 128)) / 128
    }
    this.byte(rest)
  }

  bytes(value: Uint8Array): void {
    this.#makeRoom(value.length)
    this.#bytes.set(value, this.#length)
    this.#length += value.length
  }

  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length)
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array((this.#length + more) * 2)
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

/** Reads what a `ByteWriter` wrote. Throws `UnreadablePack` past the end. */
export class ByteReader {
  #at = 0

  constructor(private readonly source: Uint8Array) {}

  get left(): number {
    return this.source.length - this.#at
  }

  byte(): number {
    const value = this.source[this.#at]
    if (value === undefined) throw new UnreadablePack('cut off')
    this.#at += 1
    return value
  }

  count(): number {
    let value = 0
    let unit = 1
    for (;;) {
      const byte = this.byte()
      value += (byte % 128) * unit
      if (value > Number.MAX_SAFE_INTEGER) throw new UnreadablePack('a number too large')
      if (byte < 128) return value
      unit *= 128
    }
  }

  bytes(length: number): Uint8Array {
    if (length > this.left) throw new UnreadablePack('cut off')
    this.#at += length
    return this.source.subarray(this.#at - length, this.#at)
  }
}
