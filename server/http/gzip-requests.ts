import { Transform, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FastifyRequest } from 'fastify'
import { CityFault } from '../faults/city-fault.ts'

/** Fastify compares the length that came over the wire with the header, and what is read out of it with the limit. */
interface Inflated extends Readable {
  receivedEncodedLength?: number
}

/** Opens a body that came as gzip. Reading stops at the body limit, counted on the inflated bytes. */
export async function openGzip(
  request: FastifyRequest,
  _reply: unknown,
  payload: Readable,
): Promise<Inflated> {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding === 'identity') return payload
  if (encoding !== 'gzip') {
    throw new CityFault(415, {
      code: 'unsupported-type',
      field: 'content-encoding',
      message: '市局只接收不压缩或者用gzip压缩的内容。请检查程序的版本。',
    })
  }
  return inflate(request, payload)
}

function inflate(request: FastifyRequest, payload: Readable): Inflated {
  const inflated: ReturnType<typeof createGunzip> & Inflated = createGunzip()
  inflated.receivedEncodedLength = 0
  const isKeptAsItCame = request.routeOptions.config.mayComeLater === true
  const chunks: Buffer[] = []
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      inflated.receivedEncodedLength = (inflated.receivedEncodedLength ?? 0) + chunk.length
      if (isKeptAsItCame) chunks.push(chunk)
      done(null, chunk)
    },
    flush: (done) => {
      if (isKeptAsItCame) request.gzippedBody = Buffer.concat(chunks)
      done()
    },
  })
  payload.on('error', (error) => inflated.destroy(error))
  payload.pipe(counted).pipe(inflated)
  return inflated
}
