import { z } from 'zod'
import { stationCodeSchema } from '../people/station.ts'
import { handedOutRangeSchema } from '../register/handed-out-stock.ts'
import { leaseKindSchema, leaseSchema } from '../register/lease.ts'
import { faultSchema } from './messages.ts'

/** Numbers that one request may ask for. */
export const mostNumbersAsked = 500

/** Requests in one message. */
export const mostRequestsAtOnce = 20

/** What a machine wants of a block. `id` makes it the same request however often it is sent. */
export const leaseRequestSchema = z.discriminatedUnion('want', [
  z.object({
    id: z.uuid(),
    want: z.literal('grant'),
    kind: leaseKindSchema,
    /** Sheets; for sequence codes the city grants a whole block. */
    count: z.number().int().min(1).max(mostNumbersAsked),
  }),
  z.object({ id: z.uuid(), want: z.literal('renew'), lease: z.uuid() }),
  z.object({ id: z.uuid(), want: z.literal('return'), lease: z.uuid() }),
])
export type LeaseRequest = z.infer<typeof leaseRequestSchema>

/** POST /v1/leases: a machine asks for, renews and gives back blocks of numbers; without requests it only asks what stands. */
export const askLeasesSchema = z.object({
  station: stationCodeSchema,
  device: z.string().min(1).max(40),
  /** Random id of the machine, made once: a device's name belongs to one machine. */
  machine: z.uuid(),
  requests: z.array(leaseRequestSchema).max(mostRequestsAtOnce),
  /** The machine took over the blocks of its package that name nobody, and may have drawn on them (practice only). */
  firstBlocks: z.boolean().exactOptional(),
})
export type AskLeases = z.infer<typeof askLeasesSchema>

/** Every open lease of the station, whoever holds it, and what became of each request. */
export const leasesToldSchema = z.object({
  leases: z.array(leaseSchema),
  /**
   * The instant of the city's clock at which they stood, ISO 8601: a telling that comes by stick may be older than what the
   * line has told since. None from a city of before.
   */
  asOf: z.iso.datetime().exactOptional(),
  /** Blank sheets that the city handed to the station after its package, all of them each time. None from a city of before. */
  stock: z.array(handedOutRangeSchema).exactOptional(),
  answers: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ id: z.uuid(), outcome: z.literal('done') }),
      z.object({ id: z.uuid(), outcome: z.literal('refused'), code: z.string(), message: z.string() }),
    ]),
  ),
})
export type LeasesTold = z.infer<typeof leasesToldSchema>

/** The same in an answer on a stick; a fault (another machine's name) leaves the rest of the answer as it is. */
export const leasesByStickSchema = z.union([
  z.object({ told: leasesToldSchema }),
  z.object({ fault: faultSchema }),
])
export type LeasesByStick = z.infer<typeof leasesByStickSchema>
export type LeaseAnswer = LeasesTold['answers'][number]
