import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { stationCodeSchema } from '../../../shared/people/station.ts'
import { userSchema } from '../../../shared/people/user.ts'
import { openPackage } from '../../../shared/sync/package-file.ts'
import { stationEntrySchema } from '../../../shared/sync/station-entry.ts'
import { isSystemError } from '../../disk/system-error.ts'

/** What the machine itself needs from the package; the register in it is the counter's affair. */
const packageSchema = z.looseObject({
  sample: z.boolean(),
  station: z.looseObject({
    code: stationCodeSchema,
    name: z.string().default(''),
    shortName: z.string().default(''),
  }),
  users: z.array(userSchema),
  stationToken: z.string(),
  city: stationEntrySchema.exactOptional(),
})
export type StartingPackage = z.infer<typeof packageSchema>

/** `none`: no file there. A file that is no package rejects. */
export type ReadPackage =
  | { readonly kind: 'open'; readonly content: StartingPackage }
  | { readonly kind: 'none' | 'wrong-code' | 'not-a-package' }

const unpack = promisify(gunzip)
const pack = promisify(gzip)
const mostUnpackedBytes = 512 * 1024 * 1024

/** Opens the station's package with its opening code. */
export async function readStartingPackage(path: string, openingCode: string): Promise<ReadPackage> {
  const file = await bytesOrNothing(path)
  if (!file) return { kind: 'none' }
  const opened = await openPackage(file, openingCode)
  if (!opened.ok) return { kind: opened.why }
  const text = await unpack(opened.content, { maxOutputLength: mostUnpackedBytes })
  return { kind: 'open', content: packageSchema.parse(JSON.parse(text.toString('utf8'))) }
}

/** The package for the counter: gzipped JSON again, its secrets blank, because the page needs none. */
export function withoutSecrets(content: StartingPackage): Promise<Uint8Array> {
  return pack(JSON.stringify({ ...content, stationToken: '', city: undefined }), {
    level: constants.Z_BEST_SPEED,
  })
}

async function bytesOrNothing(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined
    throw error
  }
}
