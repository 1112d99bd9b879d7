import { legacyHouseholdTypes } from '../codes/ga324-1-legacy-household-type.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { householdKindNames, type HouseholdKind } from '../people/household.ts'
import type { RegisterEntry } from './register-entry.ts'

/** The item under which a household's history keeps what it was called before. */
export const natureItem = '户别'

const kindOf: Readonly<Record<string, HouseholdKind>> = { '10': 'family', '20': 'collective' }

/** The kind that an old code becomes; undefined for the codes that were no permanent registration. */
export function kindAfterUnification(legacyCode: string): HouseholdKind | undefined {
  const found = legacyHouseholdTypes.entries.find(({ code }) => code === legacyCode)
  return found && kindOf[found.becomes]
}

/** The line of history that keeps an old kind and nothing else does (赤政发〔2016〕50号, 三(一)). */
export function unificationEntry(
  legacyCode: string,
  after: HouseholdKind,
  on: PlainDate,
  by: Pick<RegisterEntry, 'reason' | 'caseId' | 'caseNumber' | 'by'>,
): RegisterEntry {
  const before = legacyHouseholdTypes.name(legacyCode) ?? legacyCode
  return { on, cause: 'nature-converted', item: natureItem, before, after: householdKindNames[after], ...by }
}

/** When the notice made one kind of hukou out of two. */
const unifiedOn: PlainDate = '2016-01-01'

interface LegacyHousehold extends Record<string, unknown> {
  readonly legacyHouseholdType: string
  readonly entries?: readonly RegisterEntry[]
}

function isLegacyHousehold(record: unknown): record is LegacyHousehold {
  return (
    typeof record === 'object' &&
    record !== null &&
    'kind' in record &&
    record.kind === 'household' &&
    'legacyHouseholdType' in record &&
    typeof record.legacyHouseholdType === 'string'
  )
}

/**
 * A household of an old base as this register holds it: family or collective, the old kind only in its history. Any
 * other record passes as it is, so that the schema behind says what is wrong with it.
 */
export function convertLegacyHousehold(record: unknown): unknown {
  if (!isLegacyHousehold(record)) return record
  const { legacyHouseholdType, entries = [], ...rest } = record
  const kind = kindAfterUnification(legacyHouseholdType)
  if (!kind) return record
  const line = unificationEntry(legacyHouseholdType, kind, unifiedOn, {
    reason: '导入时统一为居民户口',
    caseId: '',
    caseNumber: '',
    by: '导入',
  })
  return { ...rest, householdKind: kind, entries: [line, ...entries] }
}
