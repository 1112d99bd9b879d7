import { Server } from '@tus/server'
import type { Upload } from '@tus/utils'
import {
  attachmentDigestSchema,
  mostAttachmentBytes,
  mostAttachmentBytesOfDay,
} from '../../shared/attachments/attachment.ts'
import { uploadsPath } from '../../shared/sync/attachment-receipt.ts'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'
import type { AttachmentFiles } from './attachment-files.ts'
import { bytesBegunToday, findNamedLengths, noteBegun } from './attachment-rows.ts'
import { FolderStore, keyOfUpload, uploadId } from './folder-store.ts'
import { keepAttachment, notNamed } from './keep-attachment.ts'

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
      await mayBegin(city, upload)
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

/** Only for a digest that a filed action of the station names, in the length it names, within the day's measure. */
async function mayBegin(city: City, { id, size }: Upload): Promise<void> {
  const key = keyOfUpload(id)
  const lengths = await findNamedLengths(city, key)
  if (lengths.length === 0) throw notNamed()
  if (size === undefined || !lengths.includes(size)) throw otherLength
  if ((await bytesBegunToday(city, key)) + size > mostAttachmentBytesOfDay) throw dayIsFull
  await noteBegun(city, key, size)
}

const otherLength = new CityFault(400, {
  code: 'attachment-length',
  field: 'upload-length',
  message: '扫描件的大小和案件里写的不一样，市局没有接收。',
})
const dayIsFull = new CityFault(
  429,
  {
    code: 'attachment-day-full',
    message: '本所今天送来的扫描件已到1GB，剩下的明天会自动再送，案件本身不受影响。',
  },
  600,
)
