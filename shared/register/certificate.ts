import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'

/**
 * The migration certificate (户口迁移证) as the register holds it: one record per numbered sheet, from the blank
 * handed out by the city to its last state. Field set: 1994 notice on the certificate; up to four persons per sheet.
 */

/** A sheet's number: the year of printing, the province's one-character prefix and eight digits. */
export const sheetSerialSchema = z.object({
  printYear: z.number().int().min(1994).max(2100),
  prefix: z.string().regex(/^\p{Script=Han}$/u),
  digits: z.string().regex(/^\d{8}$/),
})
export type SheetSerial = z.infer<typeof sheetSerialSchema>

/** A place in words and code: `region` is a six-digit GB/T 2260 code, `detail` the rest down to the door. */
export const placeSchema = z.object({
  region: z.string().regex(/^\d{6}$/),
  regionName: z.string().min(1).max(60),
  detail: z.string().max(120),
})
export type Place = z.infer<typeof placeSchema>

/** One column of the certificate. Codes are those of GB/T 2261, 3304, 4658 and 4761. */
export const certificatePersonSchema = z.object({
  /** The person's record in the register, when the station knows it. */
  personId: z.string().optional(),
  relation: z.string().min(1).max(20),
  name: z.string().min(1).max(50),
  formerName: z.string().max(120),
  sex: z.string().regex(/^[0129]$/),
  ethnicGroup: z.string().regex(/^\d{2}$/),
  birthDate: plainDateSchema,
  birthplace: z.string().max(60),
  nativePlace: z.string().max(60),
  education: z.string().max(2),
  occupation: z.string().max(20),
  maritalStatus: z.string().max(2),
  citizenId: z.string().max(18),
  /** The reason in words, as printed. */
  moveReason: z.string().max(20),
})
export type CertificatePerson = z.infer<typeof certificatePersonSchema>

/** What a certificate says; frozen when it is first issued (notice 赤政发〔2016〕50号, 二(三)). */
export const certificateContentSchema = z.object({
  householdKind: z.enum(['family', 'collective']),
  wholeHousehold: z.boolean(),
  persons: z.array(certificatePersonSchema).min(1).max(4),
  origin: placeSchema,
  /** Village or neighbourhood committee of the origin, printed on the counterfoil. */
  originCommittee: z.string().max(60),
  destination: placeSchema,
  /** Number of the move-in permit (准予迁入证明) it rests on; empty where none is needed. */
  permitNumber: z.string().max(30),
})
export type CertificateContent = z.infer<typeof certificateContentSchema>

export const sheetStateSchema = z.enum(['blank', 'printing', 'issued', 'landed', 'void', 'spoiled'])
export type SheetState = z.infer<typeof sheetStateSchema>

export const voidReasonSchema = z.enum(['lost', 'expired', 'damaged', 'misprinted', 'withdrawn'])
export type VoidReason = z.infer<typeof voidReasonSchema>

export const spoilReasonSchema = z.enum(['jammed', 'number-mismatch', 'damaged-in-stock'])
export type SpoilReason = z.infer<typeof spoilReasonSchema>

const markedSchema = z.object({
  on: plainDateSchema,
  caseId: z.string().optional(),
  /** Name of whoever did it; absent in records of an import. */
  by: z.string().max(50).optional(),
})
export const voidMarkSchema = markedSchema.extend({ reason: voidReasonSchema })
export const spoilMarkSchema = markedSchema.extend({ reason: spoilReasonSchema })

export const issueSchema = z.object({
  issuedOn: plainDateSchema,
  validUntil: plainDateSchema,
  issuerCode: z.string(),
  issuerName: z.string(),
  handler: z.string(),
  remark: z.string().max(200),
  caseId: z.string().optional(),
  /** The text of its QR code (shared/proof), as printed. */
  proof: z.string().max(1000).optional(),
})
export type Issue = z.infer<typeof issueSchema>

/** What the register holds of a numbered sheet of any kind, given what such a sheet says. */
export function sheetShape<Content extends z.ZodType>(content: Content) {
  return {
    key: z.string(),
    /** Station that holds or issued the sheet; empty for a sheet of another province. */
    station: z.string(),
    serial: sheetSerialSchema,
    state: sheetStateSchema,
    content: content.optional(),
    issue: issueSchema.optional(),
    /** Where the record comes from: the station's own register, or a paper counterfoil entered and compared by two people. */
    source: z.enum(['register', 'counterfoil', 'presented']),
    voided: voidMarkSchema.optional(),
    spoiled: spoilMarkSchema.optional(),
    /** Where its holder, or the move that it allowed, came to rest: the sheet is used up. */
    landing: z
      .object({ on: plainDateSchema, office: z.string(), source: z.enum(['presented', 'city']) })
      .optional(),
    /** Keys of the sheet that this one replaces, and of the one that replaced it. */
    replaces: z.string().optional(),
    replacedBy: z.string().optional(),
    /** How many times it has been reissued before: 0 for a first issue. */
    reissues: z.number().int().min(0),
    /** The case that is printing on this sheet, while the question "did it come out?" is open. */
    heldBy: z.string().optional(),
    version: z.number().int().min(0),
  }
}

/** Its key is `certificate:` and the serial, see `certificateKey`. */
export const certificateRecordSchema = z.object({
  kind: z.literal('certificate'),
  ...sheetShape(certificateContentSchema),
})
export type CertificateRecord = z.infer<typeof certificateRecordSchema>

/** The serial as it stands on paper: prefix, then eight digits. */
export function serialOnPaper(serial: SheetSerial): string {
  return `${serial.prefix}${serial.digits}`
}

/** The register's key of a sheet. Two printings may repeat the digits, so the year of printing is part of it. */
export function certificateKey(serial: SheetSerial): string {
  return `certificate:${serial.prefix}${serial.printYear}-${serial.digits}`
}

/** Full wording as on the sheet: 蒙迁字第00123456号. */
export function serialInWords(serial: SheetSerial): string {
  return `${serial.prefix}迁字第${serial.digits}号`
}
