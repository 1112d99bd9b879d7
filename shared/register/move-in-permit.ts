import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'
import { placeSchema, sheetShape, type SheetSerial } from './certificate.ts'

/**
 * The move-in permit (准予迁入证明, on some stock 户口准迁证) as the register holds it: one record per numbered sheet of
 * three leaves. Field set: the 1994 notice on migration certificates; up to four movers per sheet, valid 40 days.
 */

/** One row of the permit's table of movers. Sex after GB/T 2261.1; the relation in words, as printed. */
export const permitMoverSchema = z.object({
  /** The person's record in the register, when the station knows it. */
  personId: z.string().optional(),
  /** Relation to the applicant: 本人, 妻, 子 … */
  relation: z.string().min(1).max(20),
  name: z.string().min(1).max(50),
  sex: z.string().regex(/^[0129]$/),
  birthDate: plainDateSchema,
  citizenId: z.string().max(18),
})
export type PermitMover = z.infer<typeof permitMoverSchema>

/** Who asks for the move: the person already registered, or settling, at the destination. */
export const permitApplicantSchema = z.object({
  name: z.string().min(1).max(50),
  citizenId: z.string().max(18),
  address: z.string().max(120),
  registeringOffice: z.string().max(60),
})
export type PermitApplicant = z.infer<typeof permitApplicantSchema>

/** What a permit says; the same on its three leaves, and frozen when it is first issued. */
export const moveInPermitContentSchema = z.object({
  applicant: permitApplicantSchema,
  movers: z.array(permitMoverSchema).min(1).max(4),
  moversAddress: z.string().max(120),
  /** The station where the movers are registered now (迁移人户口登记机关). */
  moversOffice: z.string().max(60),
  destination: placeSchema,
  destinationOffice: z.string().max(60),
  /** The reason in words, as printed. */
  reason: z.string().min(1).max(20),
})
export type MoveInPermitContent = z.infer<typeof moveInPermitContentSchema>

/** Its key is `move-in-permit:` and the serial, see `moveInPermitKey`. */
export const moveInPermitRecordSchema = z.object({
  kind: z.literal('move-in-permit'),
  ...sheetShape(moveInPermitContentSchema),
})
export type MoveInPermitRecord = z.infer<typeof moveInPermitRecordSchema>

/** The register's key of a sheet. Two printings may repeat the digits, so the year of printing is part of it. */
export function moveInPermitKey(serial: SheetSerial): string {
  return `move-in-permit:${serial.prefix}${serial.printYear}-${serial.digits}`
}

/** Full wording as on the sheet: 蒙准字第00123456号. */
export function moveInPermitSerialInWords(serial: SheetSerial): string {
  return `${serial.prefix}准字第${serial.digits}号`
}
