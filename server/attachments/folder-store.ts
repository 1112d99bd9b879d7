import type { Readable } from 'node:stream'
import { DataStore, ERRORS, Upload } from '@tus/utils'
import type { City } from '../city.ts'
import type { AttachmentFiles } from './attachment-files.ts'
import { findAttachment, type AttachmentKey } from './attachment-rows.ts'

/** The id of an upload inside the tus server; outside, a digest is enough, because the token tells the station. */
export function uploadId({ station, digest }: AttachmentKey): string {
  return `${station}.${digest}`
}

export function keyOfUpload(id: string): AttachmentKey {
  const [station = '', digest = ''] = id.split('.')
  return { station, digest }
}

/** Where the tus server keeps uploads: the bytes in files, their length in the city's base. */
export class FolderStore extends DataStore {
  override extensions = ['creation']

  constructor(
    private readonly city: City,
    private readonly files: AttachmentFiles,
  ) {
    super()
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.files.begin(keyOfUpload(upload.id), upload.size ?? 0)
    return upload
  }

  override write(content: Readable, id: string, offset: number): Promise<number> {
    return this.files.append(keyOfUpload(id), content, offset)
  }

  override async getUpload(id: string): Promise<Upload> {
    const key = keyOfUpload(id)
    const row = await findAttachment(this.city, key)
    if (!row) throw ERRORS.FILE_NOT_FOUND
    const offset = row.stored ? row.bytes : await this.files.lengthOfPart(key)
    if (offset === undefined) throw ERRORS.FILE_NOT_FOUND
    return new Upload({ id, size: row.bytes, offset })
  }
}
