import { attachmentName, type Attachment } from '../../shared/attachments/attachment.ts'
import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import { station as machine, StationRefused } from '../station.ts'
import { prepareFile } from './prepare-file.ts'

/** Prepares a file and has the machine keep it. Once it is accepted it is on the disk, sealed. */
export async function keepFile(file: File): Promise<Outcome<Attachment>> {
  const prepared = await prepareFile(file)
  if (!prepared.ok) return prepared
  try {
    const kept = await machine.call('attachments.keep', { bytes: prepared.value })
    return accepted({ ...kept, name: attachmentName(file.name) })
  } catch (fault) {
    return refused(reasonOf(fault))
  }
}

/** The bytes of a file: from this machine, or fetched from the city when another desk added it. */
export async function openFile(digest: string): Promise<Outcome<Uint8Array>> {
  try {
    return accepted(await readHere(digest))
  } catch (fault) {
    if (!(fault instanceof StationRefused) || fault.code !== 'attachment-not-here')
      return refused(reasonOf(fault))
  }
  try {
    await machine.call('attachments.fetch', { digest })
    return accepted(await readHere(digest))
  } catch (fault) {
    return refused(reasonOf(fault))
  }
}

async function readHere(digest: string): Promise<Uint8Array> {
  return (await machine.call('attachments.read', { digest })).bytes
}

function reasonOf(fault: unknown) {
  const code = fault instanceof StationRefused ? fault.code : 'unexpected'
  return { code, message: fault instanceof Error ? fault.message : String(fault) }
}
