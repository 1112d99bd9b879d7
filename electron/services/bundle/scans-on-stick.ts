import { accepted, type Outcome } from '../../../shared/base/outcome.ts'
import {
  mostScanBytesOfBundle,
  mostScansOfBundle,
  type ScanByStick,
  type StationBundle,
} from '../../../shared/sync/bundle.ts'
import type { AttachmentFiles } from '../attachments/attachment-files.ts'
import type { MachineSecrets } from '../keys/secrets.ts'
import { sealForCity } from './seal-for-city.ts'

/** The scans that the machine keeps. */
export type ScanFiles = Pick<AttachmentFiles, 'read'>

/** A bundle as bytes for the stick. */
export interface SealedWithScans {
  readonly file: Uint8Array
  /** Digests of the scans in it. */
  readonly scans: string[]
  /** Digests of those whose file this machine does not have. */
  readonly lost: string[]
}

/**
 * Seals a bundle with as many of the scans, in their order, as there is room for. The actions have the first claim: where
 * both together would be too large, it goes without scans. Refused: as `sealForCity`.
 */
export async function sealWithScans(
  secrets: MachineSecrets,
  files: ScanFiles,
  bundle: StationBundle,
  digests: readonly string[],
): Promise<Outcome<SealedWithScans>> {
  const { attachments, lost } = await readScans(files, digests)
  if (attachments.length > 0) {
    const sealed = await sealForCity(secrets, { ...bundle, attachments })
    if (sealed.ok)
      return accepted({ file: sealed.value, scans: attachments.map(({ digest }) => digest), lost })
  }
  const sealed = await sealForCity(secrets, bundle)
  return sealed.ok ? accepted({ file: sealed.value, scans: [], lost }) : sealed
}

/** As many of the scans as a bundle has room for, in their order; and which of those looked for the machine has no file of. */
export async function readScans(
  files: ScanFiles,
  digests: readonly string[],
): Promise<{ readonly attachments: ScanByStick[]; readonly lost: string[] }> {
  const attachments: ScanByStick[] = []
  const lost: string[] = []
  let room = mostScanBytesOfBundle
  for (const digest of digests) {
    if (attachments.length === mostScansOfBundle) break
    const bytes = await files.read(digest)
    if (!bytes) {
      lost.push(digest)
      continue
    }
    if (bytes.length > room) break
    room -= bytes.length
    attachments.push({ digest, bytes: Buffer.from(bytes).toString('base64') })
  }
  return { attachments, lost }
}
