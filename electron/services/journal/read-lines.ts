import { createReadStream } from 'node:fs'

const LINE_FEED = 10

interface RawLine {
  readonly text: string
  /** Place of the line's first byte in the file. */
  readonly offset: number
  /** Bytes of the line without its line feed. */
  readonly length: number
  /** False for what follows the last line feed. */
  readonly ended: boolean
}

/** The lines of a file with their byte positions, one chunk in memory at a time. */
export async function* readLines(path: string): AsyncGenerator<RawLine> {
  let parts: Buffer[] = []
  let offset = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0
    for (let feed = chunk.indexOf(LINE_FEED); feed >= 0; feed = chunk.indexOf(LINE_FEED, from)) {
      const line = lineOf([...parts, chunk.subarray(from, feed)], offset, true)
      yield line
      offset += line.length + 1
      parts = []
      from = feed + 1
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  }
  if (parts.length > 0) yield lineOf(parts, offset, false)
}

function lineOf(parts: readonly Buffer[], offset: number, ended: boolean): RawLine {
  const bytes = Buffer.concat(parts)
  return { text: bytes.toString('utf8'), offset, length: bytes.length, ended }
}
