import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { judgeContent } from '../../shared/attachments/judge-content.ts'
import type { AttachmentReceipt } from '../../shared/sync/attachment-receipt.ts'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'
import type { AttachmentFiles } from './attachment-files.ts'
import { findAttachment, findNamedLengths, noteStored, type AttachmentKey } from './attachment-rows.ts'

/**
 * Takes a file whose last byte has come: only when its digest is the one it was sent under, and it is what it may be. A
 * file that is not is dropped, so that it is sent again from the start. Doing it twice does nothing more.
 */
export async function keepAttachment(city: City, files: AttachmentFiles, key: AttachmentKey): Promise<void> {
  const isWhole = await files.isWhole(key)
  const bytes = await readFile(isWhole ? files.whole(key) : files.part(key))
  const refusal = reasonAgainst(bytes, key.digest)
  if (refusal) {
    if (!isWhole) await files.dropPart(key)
    throw refusal
  }
  const content = judgeContent(bytes)
  if (!content.ok) {
    await files.dropPart(key)
    throw new CityFault(415, {
      code: 'attachment-type',
      message: '这份扫描件不是图片也不是PDF，市局没有接收。',
    })
  }
  if (!isWhole) await files.complete(key)
  await noteStored(city, key, { bytes: bytes.length, mediaType: content.value.mediaType })
}

function reasonAgainst(bytes: Uint8Array, digest: string): CityFault | undefined {
  if (createHash('sha256').update(bytes).digest('hex') === digest) return undefined
  // 460 is what tus answers to content that is not what its checksum says.
  return new CityFault(460, {
    code: 'attachment-digest',
    message: '扫描件在路上变了样，市局没有接收，会从头再发一次。',
  })
}

/**
 * What the city holds of an attachment. A file without its row (the server died between the two) gets it now. Throws
 * 404 when no filed action of the station names it.
 */
export async function attachmentReceipt(
  city: City,
  files: AttachmentFiles,
  key: AttachmentKey,
): Promise<AttachmentReceipt> {
  const { digest } = key
  if ((await findNamedLengths(city, key)).length === 0) throw notNamed()
  const row = await findAttachment(city, key)
  if (row?.stored && (await files.isWhole(key))) return { digest, state: 'stored', bytes: row.bytes }
  const length = (await files.lengthOfPart(key)) ?? 0
  const isComplete = (await files.isWhole(key)) || (row !== undefined && length === row.bytes)
  if (!isComplete) return { digest, state: 'awaited', bytes: length }
  await keepAttachment(city, files, key)
  const kept = await findAttachment(city, key)
  return { digest, state: 'stored', bytes: kept?.bytes ?? length }
}

/** The same words whether nobody named it or another station did: a digest is not asked out. */
export function notNamed(): CityFault {
  return new CityFault(404, {
    code: 'attachment-not-named',
    message: '本所已送达的案件里没有这份扫描件，市局没有接收。先送案件，再送扫描件。',
  })
}
