import { z } from 'zod'
import { actionSchema } from '../../shared/cases/action.ts'
import { authorKeyRowSchema } from '../authors/author-key-rows.ts'
import { actionSignatureSchema } from '../../shared/proof/author-key.ts'
import { keptMessageSchema } from '../inbox/inbox-rows.ts'
import { handedOutRangeSchema } from '../../shared/register/handed-out-stock.ts'
import { leaseRowSchema, machineNameSchema } from '../leases/lease-rows.ts'
import { filedActionSchema, verdictSchema } from '../../shared/sync/messages.ts'

const refusedVerdict = verdictSchema.options[1]

/** An action that the city did not take, with the reasons that the station is told, now and whenever it asks again. */
export const refusedActionSchema = z.object({
  action: actionSchema,
  refusals: refusedVerdict.shape.refusals,
  /** The digest of the action as it came, where it could not be kept so. */
  digest: z.string().exactOptional(),
})
export type RefusedAction = z.infer<typeof refusedActionSchema>

/** Which key an action's author signed with, and the signature; without it the action is filed as unsigned. */
const authorSchema = actionSignatureSchema.omit({ id: true })
export type FiledAuthor = z.infer<typeof authorSchema>

/** What one message added to the city's base: the unit of the transaction and of the journal. */
export const filingSchema = z.object({
  station: z.string(),
  /** ISO 8601 instant in UTC at which it was filed. */
  at: z.string(),
  filed: z.array(filedActionSchema.extend({ author: authorSchema.optional() })),
  refused: z.array(refusedActionSchema),
  /** Leases as they stood afterwards, in the order of their changes. */
  leases: z.array(leaseRowSchema).optional(),
  /** Blank sheets that the city handed to the station. */
  stock: z.array(handedOutRangeSchema).optional(),
  /** Orders of the city's administrator whose part in sheets and leases this is. */
  orders: z.array(z.uuid()).optional(),
  /** Machines that took a device's name. */
  machines: z.array(machineNameSchema).optional(),
  /** Keys of people that were put on file. */
  authorKeys: z.array(authorKeyRowSchema).optional(),
  /** Messages that were taken and are to be judged later. */
  kept: z.array(keptMessageSchema).optional(),
  /** Digests of kept messages that this filing, or nothing, came of. */
  judged: z.array(z.string()).optional(),
})
export type Filing = z.infer<typeof filingSchema>

export function isEmpty(filing: Filing): boolean {
  const { filed, refused, leases, stock, orders, machines, authorKeys, kept, judged } = filing
  return [filed, refused, leases, stock, orders, machines, authorKeys, kept, judged].every(
    (rows = []) => rows.length === 0,
  )
}

/** The number that the clerk sees on the case: the station's last six digits and the order in which it was filed. */
export function receiptNumber(station: string, order: number): string {
  return `CF-${station.slice(-6)}-${String(order).padStart(6, '0')}`
}
