import { householdKey } from '../people/household.ts'
import type { RecordKey } from '../register/record.ts'
import type { CaseFile } from './case-file.ts'
import type { PickedHousehold } from './picked.ts'

/** The household that a case names in its field `household`, for the papers that show it. */
export function householdKeysOf({ form }: CaseFile): RecordKey[] {
  const household = form['household'] as PickedHousehold | undefined
  return household ? [householdKey(household.number)] : []
}
