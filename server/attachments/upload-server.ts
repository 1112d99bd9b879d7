import { Server } from '@tus/server'
import { attachmentDigestSchema, mostAttachmentBytes } from '../../shared/attachments/attachment.ts'
import { uploadsPath } from '../../shared/sync/attachment-receipt.ts'
import type { City } from '../city.ts'
import type { AttachmentFiles } from './attachment-files.ts'
import { FolderStore, keyOfUpload, uploadId } from './folder-store.ts'
import { keepAttachment, notNamed } from './keep-attachment.ts'
import { mayBegin } from './may-begin.ts'

export interface UploadServer {
  /** Answers one request of the tus protocol; rejects with the fault when the request is turned away. */
  handle(request: Request): Promise<Response>
}

/**
 * tus 1.0 (creation) over the city's files. The requests are made by our route: their address ends in the station, and
 * behind a dot the digest, so that nothing which came over the wire becomes a path.
 */
export function uploadServer(city: City, files: AttachmentFiles): UploadServer {
  const faults = new WeakMap<object, unknown>()
  const server = new Server({
    path: uploadsPath,
    datastore: new FolderStore(city, files),
    maxSize: mostAttachmentBytes,
    allowedOrigins: [],
    namingFunction: ({ url }, metadata) => nameUpload(url, metadata?.['digest']),
    generateUrl: (_request, { path, id }) => `${path}/${keyOfUpload(id).digest}`,
    getFileIdFromRequest: (_request, last) => last,
    onUploadCreate: async (_request, upload) => {
      await mayBegin(city, keyOfUpload(upload.id), upload.size)
      return {}
    },
    onUploadFinish: async (_request, { id }) => {
      await keepAttachment(city, files, keyOfUpload(id))
      return {}
    },
    onResponseError: (request, error) => {
      faults.set(request, error)
      return undefined
    },
  })
  return {
    handle: async (request) => {
      const response = await server.handleWeb(request)
      const fault = faults.get(request)
      // What tus itself turns away has a status; anything else is a fault of ours and is answered as every other.
      if (fault instanceof Error) throw fault
      return response
    },
  }
}

function nameUpload(address: string, digest: string | null | undefined): string {
  const station = new URL(address).pathname.split('/').at(-1) ?? ''
  const named = attachmentDigestSchema.safeParse(digest)
  if (!named.success) throw notNamed()
  return uploadId({ station, digest: named.data })
}
