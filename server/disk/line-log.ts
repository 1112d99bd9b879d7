import { open, readFile } from 'node:fs/promises'
import type { z } from 'zod'

/** Adds a line of JSON to a small log, for this account alone. Resolves when it is on the disk. */
export async function addLine(path: string, content: object): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(content)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

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
