import type { PlainDate } from '../base/plain-date.ts'
import type { HouseholdRecord } from '../people/household.ts'
import { residentKey, type ResidentRecord } from '../people/resident.ts'
import type { LocalityRecord } from '../register/locality.ts'
import type { RecordKey, RegisterRecord } from '../register/record.ts'
import { itemOn } from './item-on.ts'

/** What statistics need of the register, put in order once for each state of it. */
export interface RegisterExtract {
  readonly people: readonly ResidentRecord[]
  readonly personByKey: ReadonlyMap<RecordKey, ResidentRecord>
  readonly households: ReadonlyMap<string, HouseholdRecord>
  readonly members: ReadonlyMap<string, readonly ResidentRecord[]>
  readonly localities: ReadonlyMap<RecordKey, LocalityRecord>
  /** People whose records name a person as parent, spouse or guardian, by that person's key. */
  readonly namedBy: ReadonlyMap<RecordKey, readonly ResidentRecord[]>
}

/** Walks the register once. Households are found by number, and so are their members, whatever their status. */
export function extractRegister(records: Iterable<RegisterRecord>): RegisterExtract {
  const people: ResidentRecord[] = []
  const personByKey = new Map<RecordKey, ResidentRecord>()
  const households = new Map<string, HouseholdRecord>()
  const members = new Map<string, ResidentRecord[]>()
  const localities = new Map<RecordKey, LocalityRecord>()
  const namedBy = new Map<RecordKey, ResidentRecord[]>()
  for (const record of records) {
    if (record.kind === 'household') households.set(record.number, record)
    if (record.kind === 'locality') localities.set(record.key, record)
    if (record.kind !== 'person') continue
    people.push(record)
    personByKey.set(record.key, record)
    addTo(members, record.householdNumber, record)
    for (const { personId } of record.kin ?? []) if (personId) addTo(namedBy, residentKey(personId), record)
  }
  return { people, personByKey, households, members, localities, namedBy }
}

function addTo<Value>(groups: Map<string, Value[]>, key: string, value: Value): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

/** The history names a household by its number under this item. */
const householdItem = '户号'

/** The household in which a person stood on a day, as far as the history tells of moves between households. */
export function householdOf(
  { households }: RegisterExtract,
  { entries, householdNumber }: ResidentRecord,
  day: PlainDate,
): HouseholdRecord | undefined {
  return households.get(itemOn({ entries, item: householdItem, now: householdNumber }, day))
}
