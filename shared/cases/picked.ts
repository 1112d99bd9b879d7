import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'
import { addressSchema } from '../people/address.ts'
import {
  collectiveKindNames,
  householdKey,
  householdKindNames,
  type HouseholdRecord,
} from '../people/household.ts'
import {
  cancelCauseNames,
  residentKey,
  residentStatusNames,
  type ResidentRecord,
} from '../people/resident.ts'
import {
  residencePermitKey,
  residencePermitStateNames,
  type ResidencePermitRecord,
} from '../register/residence-permit.ts'

const keysOf = <Name extends string>(names: Readonly<Record<Name, string>>) =>
  Object.keys(names) as [Name, ...Name[]]

/**
 * Somebody as a form names them: the register's record where there is one (`personId`), or what is known of a person of
 * another station. The register's own word replaces it whenever the case is judged again.
 */
export const pickedResidentSchema = z.strictObject({
  personId: z.uuid().optional(),
  name: z.string().min(1).max(50),
  citizenId: z.string().max(18).optional(),
  sex: z
    .string()
    .regex(/^[0129]$/)
    .optional(),
  birthDate: plainDateSchema.optional(),
  ethnicGroup: z.string().max(2).optional(),
  householdNumber: z.string().max(20).optional(),
  relationToHead: z.string().max(2).optional(),
  address: addressSchema.optional(),
  status: z.enum(keysOf(residentStatusNames)).optional(),
  statusOn: plainDateSchema.optional(),
  statusCause: z.enum(keysOf(cancelCauseNames)).optional(),
})
export type PickedResident = z.infer<typeof pickedResidentSchema>

export const pickedHouseholdSchema = z.strictObject({
  number: z.string().min(1).max(20),
  householdKind: z.enum(keysOf(householdKindNames)).optional(),
  collectiveKind: z.enum(keysOf(collectiveKindNames)).optional(),
  collectiveState: z.enum(['normal', 'awaiting-disposal', 'withdrawn']).optional(),
  unitName: z.string().max(60).optional(),
  address: addressSchema.optional(),
  withdrawnOn: plainDateSchema.optional(),
})
export type PickedHousehold = z.infer<typeof pickedHouseholdSchema>

export const pickedPermitSchema = z.strictObject({
  number: z.string().min(1).max(30),
  holderName: z.string().max(50).optional(),
  citizenId: z.string().max(18).optional(),
  state: z.enum(keysOf(residencePermitStateNames)).optional(),
  issuedOn: plainDateSchema.optional(),
  usableUntil: plainDateSchema.optional(),
  yearsCountFrom: plainDateSchema.optional(),
})
export type PickedPermit = z.infer<typeof pickedPermitSchema>

export function pickResident(record: ResidentRecord): PickedResident {
  const { id, name, citizenId, sex, birthDate, ethnicGroup, householdNumber, relationToHead } = record
  const { address, status, statusOn, statusCause } = record
  return {
    personId: id,
    name,
    citizenId,
    sex,
    birthDate,
    ethnicGroup,
    householdNumber,
    relationToHead,
    address,
    status,
    ...(statusOn ? { statusOn } : {}),
    ...(statusCause ? { statusCause } : {}),
  }
}

export function pickHousehold(record: HouseholdRecord): PickedHousehold {
  const { number, householdKind, address, collective, withdrawnOn } = record
  return {
    number,
    householdKind,
    address,
    ...(withdrawnOn ? { withdrawnOn } : {}),
    ...(collective
      ? {
          collectiveKind: collective.collectiveKind,
          collectiveState: collective.state,
          unitName: collective.unitName,
        }
      : {}),
  }
}

export function pickPermit(record: ResidencePermitRecord): PickedPermit {
  const { number, holder, state, issuedOn, usableUntil, yearsCountFrom } = record
  return {
    number,
    holderName: holder.name,
    citizenId: holder.citizenId,
    state,
    issuedOn,
    usableUntil,
    yearsCountFrom,
  }
}

/** Keys of the records behind picked values. */
export const pickedKey = {
  resident: ({ personId }: PickedResident) => (personId ? [residentKey(personId)] : []),
  household: ({ number }: PickedHousehold) => [householdKey(number)],
  residencePermit: ({ number }: PickedPermit) => [residencePermitKey(number)],
} as const
