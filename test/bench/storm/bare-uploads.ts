import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { uploadsPath } from '../../../shared/sync/attachment-receipt.ts'
import type { Append } from './append-file.ts'

interface Upload {
  readonly length: number
  offset: number
}

/**
 * The floor under scans: speaks as much of tus 1.0 as the desk's client asks for, appends what comes, syncs it, and asks
 * nothing about it: not whether a case names it, nor its digest, nor what kind of file it is.
 */
export function takeUploads(app: FastifyInstance, append: Append): void {
  const uploads = new Map<string, Upload>()
  const keyOf = ({ headers, params }: FastifyRequest, digest = (params as { digest: string }).digest) =>
    `${headers.authorization ?? ''} ${digest}`
  const answer = (reply: FastifyReply, status: number, headers: Readonly<Record<string, string>> = {}) =>
    reply.code(status).headers({ 'tus-resumable': '1.0.0', ...headers })

  app.addContentTypeParser('application/offset+octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.post(uploadsPath, (request, reply) => {
    const [, named = ''] = String(request.headers['upload-metadata']).split(' ')
    const digest = Buffer.from(named, 'base64').toString()
    uploads.set(keyOf(request, digest), { length: Number(request.headers['upload-length']), offset: 0 })
    return answer(reply, 201, { location: `${uploadsPath}/${digest}` }).send()
  })
  app.head(`${uploadsPath}/:digest`, (request, reply) => {
    const upload = uploads.get(keyOf(request))
    if (!upload) return answer(reply, 404).send()
    const { length, offset } = upload
    return answer(reply, 200, { 'upload-length': String(length), 'upload-offset': String(offset) }).send()
  })
  app.patch<{ Body: Buffer }>(`${uploadsPath}/:digest`, async (request, reply) => {
    const upload = uploads.get(keyOf(request))
    if (!upload) return answer(reply, 404).send()
    await append(request.body)
    upload.offset += request.body.length
    return answer(reply, 204, { 'upload-offset': String(upload.offset) }).send()
  })
  app.get<{ Params: { digest: string } }>('/v1/attachments/:digest/receipt', (request) => {
    const { length = 1, offset = 0 } = uploads.get(keyOf(request)) ?? {}
    return {
      digest: request.params.digest,
      state: offset === length ? 'stored' : 'awaited',
      bytes: offset,
    }
  })
}
