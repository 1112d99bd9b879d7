import { z } from 'zod'
import { paperReasonSchema } from '../trail/paper-reason.ts'
import { bytesSchema } from './bytes.ts'

const printerSchema = z.object({
  name: z.string(),
  label: z.string(),
  isDefault: z.boolean(),
  /** 'file' is the practice printer of a sample station: it writes files and says so. */
  kind: z.enum(['system', 'file']),
})
export type Printer = z.infer<typeof printerSchema>

/** 'spooled' says only that the printer took the job; whether the sheet came out is the clerk's answer. */
const printResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('spooled'), job: z.string() }),
  z.object({ outcome: z.literal('failed'), reason: z.string() }),
])
export type PrintResult = z.infer<typeof printResultSchema>

const printRequestSchema = z.object({
  pdf: bytesSchema,
  printer: z.string().min(1).max(300),
  copies: z.number().int().min(1).max(50),
  widthMillimetres: z.number().min(20).max(2000),
  heightMillimetres: z.number().min(20).max(2000),
  title: z.string().min(1).max(200),
  dialog: z.boolean(),
  /** What it is printed for; on the trail before it is printed. */
  about: paperReasonSchema,
})
export type PrintRequest = z.infer<typeof printRequestSchema>

export const saveResultSchema = z.discriminatedUnion('outcome', [
  /** `name` is the file's name as stored, without its folder. */
  z.object({ outcome: z.literal('saved'), name: z.string() }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('failed'), reason: z.string() }),
])
export type SaveResult = z.infer<typeof saveResultSchema>

const saveRequestSchema = z
  .object({
    suggestedName: z.string().min(1).max(300),
    bytes: bytesSchema,
    dialog: z.boolean(),
    /** A list of people leaves the station only by who may export, and with the passphrase given a moment ago. */
    kind: z.enum(['paper', 'export']),
    about: paperReasonSchema,
  })
  .refine(({ kind, about }) => (kind === 'export') === (about.kind === 'export'), { path: ['about'] })

export const paperChannels = {
  'printing.printers': { request: z.object({}), response: z.object({ printers: z.array(printerSchema) }) },
  'printing.print': { request: printRequestSchema, response: printResultSchema },
  /** Without the dialog the file goes into the station's own `exports` folder. */
  'files.save': {
    request: saveRequestSchema,
    response: saveResultSchema,
  },
}
