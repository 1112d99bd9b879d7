import { PassThrough, Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { attachmentDigestSchema, mostAttachmentBytes } from '../../shared/attachments/attachment.ts'
import { uploadsPath } from '../../shared/sync/attachment-receipt.ts'
import { faultSchema } from '../../shared/sync/messages.ts'
import { AttachmentFiles } from '../attachments/attachment-files.ts'
import { uploadId } from '../attachments/folder-store.ts'
import { uploadServer, type UploadServer } from '../attachments/upload-server.ts'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'
import type { App } from '../http/fastify-app.ts'

/** Headers of the tus protocol; no others reach its server. */
const tusHeaders = [
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
  'content-type',
  'content-length',
]
const answerHeaders = ['tus-resumable', 'upload-offset', 'upload-length', 'location']

const withoutBody = z.unknown().describe('No body; the answer stands in the headers of tus 1.0')
const answers = { 404: faultSchema, 409: faultSchema, 412: faultSchema, 460: faultSchema }

/** POST, HEAD and PATCH /v1/attachment-uploads: tus 1.0, so that a cut costs one chunk and not the file. */
export function addUploadRoutes(app: App, city: City): void {
  const tus = uploadServer(city, new AttachmentFiles(city.attachmentFolder))
  app.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) =>
    done(null, payload),
  )
  const common = {
    config: { permission: 'person' },
    bodyLimit: mostAttachmentBytes,
  } as const
  app.post(
    uploadsPath,
    {
      ...common,
      schema: {
        summary: 'Begin the upload of an attachment (tus 1.0); upload-metadata carries its digest',
        response: { 201: withoutBody, ...answers },
      },
    },
    (request, reply) => answerTus(tus, request, reply, request.station),
  )
  const params = z.object({ digest: attachmentDigestSchema })
  app.head(
    `${uploadsPath}/:digest`,
    {
      ...common,
      schema: {
        summary: 'How much of the upload is here',
        params,
        response: { 200: withoutBody, ...answers },
      },
    },
    (request, reply) => answerTus(tus, request, reply, idOf(request, request.params)),
  )
  app.patch(
    `${uploadsPath}/:digest`,
    {
      ...common,
      schema: {
        summary: 'The next bytes of the upload',
        params,
        response: { 204: withoutBody, ...answers },
      },
    },
    (request, reply) => answerTus(tus, request, reply, idOf(request, request.params)),
  )
}

function idOf({ station }: FastifyRequest, { digest }: { digest: string }): string {
  return uploadId({ station, digest })
}

async function answerTus(
  tus: UploadServer,
  request: FastifyRequest,
  reply: FastifyReply,
  last: string,
): Promise<FastifyReply> {
  const headers = new Headers(
    tusHeaders.flatMap((name) => {
      const value = request.headers[name]
      return typeof value === 'string' ? [[name, value] as [string, string]] : []
    }),
  )
  const content = contentOf(request)
  // The host is nobody's: the address only carries the id into the tus server.
  const address = `http://city.invalid${uploadsPath}/${last}`
  const asked = { method: request.method, headers, duplex: 'half', ...content.asBody } as const
  const response = await tus.handle(new Request(address, asked)).finally(content.readRest)
  for (const name of answerHeaders) {
    const value = response.headers.get(name)
    if (value !== null) void reply.header(name, value)
  }
  if (response.status >= 400) throw turnedAway(response.status)
  return reply.code(response.status).send()
}

/**
 * The bytes of a request, through a pipe that can be left: whoever is turned away before the last byte is read to the end
 * all the same, or the connection would stand still with the next question behind those bytes.
 */
function contentOf({ body }: FastifyRequest): {
  readonly asBody: { readonly body?: ReadableStream }
  readonly readRest: () => void
} {
  if (!(body instanceof Readable)) return { asBody: {}, readRest: () => undefined }
  const pipe = new PassThrough()
  // A pipe ends when its source does, but does not hear that the source broke.
  body.once('error', (error) => pipe.destroy(error))
  body.pipe(pipe)
  const readRest = () => {
    body.unpipe(pipe)
    body.resume()
  }
  return { asBody: { body: Readable.toWeb(pipe) }, readRest }
}

/** What tus turns away, in our shape: a desk never sees its plain words. */
function turnedAway(status: number): CityFault {
  return new CityFault(status, {
    code: status === 409 ? 'attachment-offset' : 'attachment-upload',
    message:
      status === 409
        ? '扫描件的续传位置对不上，会重新核对后再发。'
        : '市局没有接收这一段扫描件，稍后会再发。',
  })
}
