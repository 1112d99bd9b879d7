import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { isSystemError } from '../../disk/system-error.ts'
import { userWithSecretSchema } from '../sign-in/sign-in.ts'

/** What the machine itself needs from the package; the register in it is the counter's affair. */
const packageSchema = z.looseObject({
  sample: z.boolean(),
  station: z.looseObject({ code: z.string().regex(/^\d{12}$/) }),
  users: z.array(userWithSecretSchema),
  stationToken: z.string(),
})
export type StartingPackage = z.infer<typeof packageSchema>

const unpack = promisify(gunzip)
const pack = promisify(gzip)
const mostUnpackedBytes = 512 * 1024 * 1024

/** Reads the station's package; undefined when there is none. Rejects when it is not a package. */
export async function readStartingPackage(path: string): Promise<StartingPackage | undefined> {
  const bytes = await bytesOrNothing(path)
  if (!bytes) return undefined
  const text = await unpack(bytes, { maxOutputLength: mostUnpackedBytes })
  return packageSchema.parse(JSON.parse(text.toString('utf8')))
}

/** The package for the counter: gzipped JSON again, its secrets blank, because the page needs none of them. */
export function withoutSecrets(content: StartingPackage): Promise<Uint8Array> {
  const users = content.users.map((user) => ({ ...user, passphraseHash: '' }))
  return pack(JSON.stringify({ ...content, users, stationToken: '' }), { level: constants.Z_BEST_SPEED })
}

async function bytesOrNothing(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined
    throw error
  }
}
