import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { isSystemError } from './system-error.ts'

/** The file's content after the schema's check; undefined when there is no file. Rejects when it is not readable as such. */
export async function readJsonFile<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const text = await textOrNothing(path)
  return text === undefined ? undefined : schema.parse(JSON.parse(text))
}

async function textOrNothing(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined
    throw error
  }
}
