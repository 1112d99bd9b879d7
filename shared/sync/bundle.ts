import { z } from 'zod'
import { attachmentDigestSchema } from '../attachments/attachment.ts'
import { stationCodeSchema } from '../people/station.ts'
import { highestCounted } from './counts.ts'
import { askLeasesSchema, leasesByStickSchema } from './leases.ts'
import { machineReportAnswerSchema, machineReportSchema } from './machine-report.ts'
import { filedActionSchema, messageAtCitySchema, sendActionsSchema, verdictSchema } from './messages.ts'
import { userKeysReportSchema } from './user-keys.ts'

/**
 * Room for what a reader must not leave out. This version knows no such part, and a reader that meets one which it does
 * not know refuses the whole bundle. Scans lie beside it: a city that does not know them answers for none of them.
 */
const partsSchema = z.array(z.unknown()).max(0)

const numberSchema = z.number().int().positive().max(highestCounted)

/** Scans in one bundle, and what their bytes come to together: half of a file, because the actions have the first claim on it. */
export const mostScansOfBundle = 1000
export const mostScanBytesOfBundle = 24 * 1024 * 1024

/** A scan whole, its bytes in base64. Whether they are what the digest says is looked at one by one, so that one bent scan stops no other. */
const scanSchema = z.object({ digest: attachmentDigestSchema, bytes: z.string() })
export type ScanByStick = z.infer<typeof scanSchema>

/** What became of a scan: only `received` says that the city has it, safe. A refusal has the code and words of the line. */
const scanAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ digest: attachmentDigestSchema, outcome: z.literal('received') }),
  z.object({
    digest: attachmentDigestSchema,
    outcome: z.literal('refused'),
    code: z.string(),
    message: z.string(),
  }),
])
export type ScanAnswer = z.infer<typeof scanAnswerSchema>

/**
 * A station's bundle: what the line would have carried, in the line's own messages. `n` counts the bundles of the
 * machine; `lastOrder` is the order up to which it knows what the city filed.
 */
export const stationBundleSchema = z.object({
  station: stationCodeSchema,
  device: z.string().min(1).max(40),
  n: numberSchema,
  madeAt: z.iso.datetime(),
  lastOrder: z.number().int().min(0).max(highestCounted),
  /** Bodies of POST /v1/actions, oldest first. */
  messages: z.array(sendActionsSchema),
  /** Body of POST /v1/machine-reports. */
  report: machineReportSchema,
  /** Body of POST /v1/user-keys; none from a program that did not sign yet. */
  userKeys: userKeysReportSchema.exactOptional(),
  /** Bodies of POST /v1/leases, every open request in them; none from a program that asked over the line alone. */
  leases: z.array(askLeasesSchema).exactOptional(),
  /** Files that actions of these messages, or filed ones, name; none from a program that sent them over the line alone. */
  attachments: z.array(scanSchema).max(mostScansOfBundle).exactOptional(),
  parts: partsSchema,
})
export type StationBundle = z.infer<typeof stationBundleSchema>

/** The same as the city reads it. */
export const bundleAtCitySchema = stationBundleSchema.extend({ messages: z.array(messageAtCitySchema) })

/** What the city filed for the station after `after`; `more` when a further bundle must fetch the rest. */
export const handOutSchema = z.object({
  after: z.number().int().min(0),
  actions: z.array(filedActionSchema),
  upTo: z.number().int().min(0),
  more: z.boolean(),
})
export type HandOut = z.infer<typeof handOutSchema>

/** The city's answer to the bundle `n` of that machine. */
export const answerBundleSchema = z.object({
  station: stationCodeSchema,
  device: z.string().min(1).max(40),
  n: numberSchema,
  /** SHA-256 of the bundle's packed content: which bundle it answers. */
  answers: z.string().regex(/^[0-9a-f]{64}$/),
  madeAt: z.iso.datetime(),
  verdicts: z.array(verdictSchema),
  handedOut: handOutSchema,
  report: machineReportAnswerSchema,
  /**
   * What POST /v1/leases answers to all of them together. None where the bundle asked nothing, and where `handedOut` does
   * not reach what is filed by now: what others did with numbers is known at the desk before their block is.
   */
  leases: leasesByStickSchema.exactOptional(),
  /** One for each scan of the bundle. None where it carried none, and from a city that takes none by stick. */
  attachments: z.array(scanAnswerSchema).max(mostScansOfBundle).exactOptional(),
  parts: partsSchema,
})
export type AnswerBundle = z.infer<typeof answerBundleSchema>
