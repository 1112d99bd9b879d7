import type { RecordKey, RecordView } from '../register/record.ts'
import type { Field, Fields, PartialFacts } from './fields.ts'
import {
  pickedKey,
  pickHousehold,
  pickPermit,
  pickResident,
  type PickedHousehold,
  type PickedPermit,
  type PickedResident,
} from './picked.ts'

/** Keys of all records that the picked values of a form stand for, lines of tables included. */
export function pickedKeys(fields: Fields, form: PartialFacts): RecordKey[] {
  return Object.entries(fields).flatMap(([name, field]) => keysOfValue(field, form[name]))
}

function keysOfValue(field: Field, value: unknown): readonly RecordKey[] {
  if (value === undefined) return []
  switch (field.kind) {
    case 'resident':
      return pickedKey.resident(value as PickedResident)
    case 'household':
      return pickedKey.household(value as PickedHousehold)
    case 'residencePermit':
      return pickedKey.residencePermit(value as PickedPermit)
    case 'rows':
      return (value as readonly PartialFacts[]).flatMap((line) => pickedKeys(field.columns ?? {}, line))
    default:
      return []
  }
}

/** The form with what the register says now in place of what the clerk saw when picking. */
export function refreshPicked(fields: Fields, form: PartialFacts, records: RecordView): PartialFacts {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, refreshed(fields[name], value, records)]),
  )
}

function refreshed(field: Field | undefined, value: unknown, records: RecordView): unknown {
  if (!field || value === undefined) return value
  if (field.kind === 'rows') {
    return (value as readonly PartialFacts[]).map((line) => refreshPicked(field.columns ?? {}, line, records))
  }
  const record = keysOfValue(field, value)
    .map((key) => records.get(key))
    .find((found) => found !== undefined)
  switch (record?.kind) {
    case 'person':
      return pickResident(record)
    case 'household':
      return pickHousehold(record)
    case 'residence-permit':
      return pickPermit(record)
    default:
      return value
  }
}
