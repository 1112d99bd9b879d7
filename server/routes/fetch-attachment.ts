import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { attachmentDigestSchema } from '../../shared/attachments/attachment.ts'
import { attachmentReceiptSchema } from '../../shared/sync/attachment-receipt.ts'
import { faultSchema } from '../../shared/sync/messages.ts'
import { AttachmentFiles } from '../attachments/attachment-files.ts'
import { attachmentReceipt } from '../attachments/keep-attachment.ts'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'
import type { App } from '../http/fastify-app.ts'

const params = z.object({ digest: attachmentDigestSchema })
const range = z.object({
  /** One range of bytes, its last included; a desk fetches a file piece by piece. */
  range: z
    .string()
    .regex(/^bytes=\d{1,9}-\d{0,9}$/)
    .optional(),
})

/** GET /v1/attachments/DIGEST and …/receipt: what the city holds of a file that a case of the station names. */
export function addAttachmentRoutes(app: App, city: City): void {
  const files = new AttachmentFiles(city.attachmentFolder)
  const common = { config: { permission: 'person' } } as const
  app.get(
    '/v1/attachments/:digest/receipt',
    {
      ...common,
      schema: {
        summary: 'Whether the city holds an attachment whole',
        params,
        response: { 200: attachmentReceiptSchema, 404: faultSchema, 460: faultSchema },
      },
    },
    ({ station, params: { digest } }) => attachmentReceipt(city, files, { station, digest }),
  )
  app.get(
    '/v1/attachments/:digest',
    {
      ...common,
      schema: {
        summary: 'The bytes of an attachment, or a range of them',
        params,
        headers: range,
        response: { 200: z.unknown(), 206: z.unknown(), 404: faultSchema, 416: faultSchema },
      },
    },
    async ({ station, params: { digest }, headers }, reply) => {
      const key = { station, digest }
      const { state, bytes } = await attachmentReceipt(city, files, key)
      if (state !== 'stored') throw notHereYet
      const part = partOf(headers.range, bytes)
      if (part.start >= bytes || part.end < part.start) throw outside
      if (headers.range !== undefined)
        void reply.code(206).header('content-range', `bytes ${part.start}-${part.end}/${bytes}`)
      return reply
        .type('application/octet-stream')
        .header('accept-ranges', 'bytes')
        .header('content-length', part.end - part.start + 1)
        .send(createReadStream(files.whole(key), part))
    },
  )
}

function partOf(range: string | undefined, bytes: number): { start: number; end: number } {
  const [start = '0', end = ''] = (range ?? 'bytes=0-').slice('bytes='.length).split('-')
  return { start: Number(start), end: end === '' ? bytes - 1 : Math.min(Number(end), bytes - 1) }
}

const notHereYet = new CityFault(404, {
  code: 'attachment-awaited',
  message: '这份扫描件还没有送到市局。请等添加它的那台电脑连上线路。',
})
const outside = new CityFault(416, {
  code: 'attachment-range',
  field: 'range',
  message: '要的那一段超出了文件，市局没有发。',
})
