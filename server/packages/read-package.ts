import { gunzipSync } from 'node:zlib'
import { cityPackageSchema, type CityPackage } from '../../shared/sync/messages.ts'

/** Reads a city package: JSON, gzipped. Throws with what is wrong and where, never with what it contains. */
export function readPackage(bytes: Uint8Array): CityPackage {
  const parsed = cityPackageSchema.safeParse(JSON.parse(gunzipSync(bytes).toString('utf8')))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`not a city package: ${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`)
}
