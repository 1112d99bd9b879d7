import { Readable } from 'node:stream'
import type { ScanAnswer, StationBundle } from '../../shared/sync/bundle.ts'
import { AttachmentFiles } from '../attachments/attachment-files.ts'
import { findNamedLengths, type AttachmentKey } from '../attachments/attachment-rows.ts'
import { keepAttachment, notNamed } from '../attachments/keep-attachment.ts'
import { mayBegin } from '../attachments/may-begin.ts'
import type { City } from '../city.ts'
import { answerTo } from '../faults/answer-fault.ts'
import { CityFault } from '../faults/city-fault.ts'

/**
 * Takes a bundle's scans by the checks of an upload, each by itself: one that is refused stops no other. Undefined when it
 * carries none. What is said to be received is on the disk.
 */
export async function takeScans(
  city: City,
  { station, attachments }: StationBundle,
  reportFault: (error: unknown) => void,
): Promise<ScanAnswer[] | undefined> {
  if (!attachments) return undefined
  const files = new AttachmentFiles(city.attachmentFolder)
  const answers: ScanAnswer[] = []
  for (const { digest, bytes } of attachments) {
    try {
      await takeWhole(city, files, { station, digest }, Buffer.from(bytes, 'base64'))
      answers.push({ digest, outcome: 'received' })
    } catch (error) {
      if (!(error instanceof CityFault)) reportFault(error)
      const { code, message } = answerTo(error).fault
      answers.push({ digest, outcome: 'refused', code, message })
    }
  }
  return answers
}

/** What the line left of the same file is written over. A file that is whole here already is looked at once more. */
async function takeWhole(
  city: City,
  files: AttachmentFiles,
  key: AttachmentKey,
  bytes: Uint8Array,
): Promise<void> {
  if ((await findNamedLengths(city, key)).length === 0) throw notNamed()
  if (!(await files.isWhole(key))) {
    await mayBegin(city, key, bytes.length)
    await files.begin(key, bytes.length)
    await files.append(key, Readable.from([bytes]), 0)
  }
  await keepAttachment(city, files, key)
}
