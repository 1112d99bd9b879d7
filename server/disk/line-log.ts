import { open, readFile, type FileHandle } from 'node:fs/promises'
import type { z } from 'zod'

/**
 * Adds a line of JSON to a small log, for this account alone. Resolves when it is on the disk. Behind a line that the power
 * tore off it begins a new one: glued to the rest of that, it would be lost with it.
 */
export async function addLine(path: string, content: object): Promise<void> {
  const file = await open(path, 'a+', 0o600)
  try {
    const begin = (await endsWhole(file)) ? '' : '\n'
    await file.writeFile(`${begin}${JSON.stringify(content)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function endsWhole(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat()
  if (size === 0) return true
  const { buffer } = await file.read(new Uint8Array(1), 0, 1, size - 1)
  return buffer[0] === lineFeed
}

const lineFeed = 10

/** Every line that reads by the schema, none without the log; a last line that a power cut tore off does not count. */
export async function readLines<Content>(path: string, schema: z.ZodType<Content>): Promise<Content[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => {
      const read = schema.safeParse(jsonOrNothing(line))
      return read.success ? [read.data] : []
    })
}

function jsonOrNothing(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}
