import { addressInWords } from '../people/address.ts'
import { householdKindNames } from '../people/household.ts'
import type { RecordView, RegisterRecord, SheetRecord } from '../register/record.ts'
import { personItemInWords, personItemNames, type PersonItem } from '../register/register-changes.ts'
import type { RegisterEntry } from '../register/register-entry.ts'
import { residencePermitStateNames } from '../register/residence-permit.ts'
import { sheetInWords } from './sheet-steps/sheet-kind.ts'
import { sheetStateWords, spoilReasonWords, voidReasonWords } from './states.ts'

/** One item of a record that is not the same in all three, in words; `undefined` where the record is not there. */
export interface RecordDifference {
  readonly key: string
  /** Whose or which: a person's name, a sheet's number. */
  readonly record: string
  readonly item: string
  readonly base: string | undefined
  readonly mine: string | undefined
  readonly city: string | undefined
}

interface RecordsOfMoments {
  readonly base: readonly RegisterRecord[]
  readonly mine: readonly RegisterRecord[]
  readonly city: RecordView
}

/**
 * Item by item, where people, households and sheets that a step saw or made stand otherwise at the city now, or stood otherwise
 * before. What the step saw and did not touch is in `mine` as it was in `base`.
 */
export function recordDifferencesOf({ base, mine, city }: RecordsOfMoments): RecordDifference[] {
  const before = byKey(base)
  const made = byKey([...base, ...mine])
  return [...made.keys()].flatMap((key) => {
    const [was, ours, theirs] = [before.get(key), made.get(key), city.get(key)].map(itemsOf)
    const named = theirs ?? ours
    if (!named) return []
    const items = new Set([was, ours, theirs].flatMap((each) => [...(each?.items.keys() ?? [])]))
    return [...items].flatMap((item) => {
      const [inBase, inMine, inCity] = [was, ours, theirs].map((each) => each?.items.get(item))
      const isSame = inMine === inCity && inMine === inBase
      return isSame ? [] : [{ key, record: named.name, item, base: inBase, mine: inMine, city: inCity }]
    })
  })
}

const byKey = (records: readonly RegisterRecord[]) => new Map(records.map((record) => [record.key, record]))

interface RecordInWords {
  readonly name: string
  readonly items: ReadonlyMap<string, string>
}

function itemsOf(record: RegisterRecord | undefined): RecordInWords | undefined {
  return record && { name: nameOf(record), items: new Map(Object.entries(inWords(record))) }
}

function nameOf(record: RegisterRecord): string {
  switch (record.kind) {
    case 'person':
    case 'locality':
      return record.name
    case 'household':
      return `户号 ${record.number}`
    case 'certificate':
    case 'move-in-permit':
      return sheetInWords(record)
    case 'residence-permit':
      return `居住证 ${record.number}`
    case 'birth-certificate':
      return `出生医学证明 ${record.number}`
  }
}

function inWords(record: RegisterRecord): Readonly<Record<string, string>> {
  switch (record.kind) {
    case 'person': {
      const items = Object.entries(personItemNames) as [PersonItem, string][]
      return Object.fromEntries(items.map(([item, name]) => [name, personItemInWords(record, item)]))
    }
    case 'household':
      return {
        户别: householdKindNames[record.householdKind],
        住址: addressInWords(record.address),
        最近变动: latestOf(record.entries ?? []),
      }
    case 'certificate':
    case 'move-in-permit':
      return sheetItems(record)
    case 'residence-permit':
      return { 状态: residencePermitStateNames[record.state], 使用期限: record.usableUntil }
    case 'birth-certificate':
      return { 使用: record.caseId === '' ? '' : '已使用' }
    case 'locality':
      return { 城乡分类: record.classes.at(-1)?.class ?? '' }
  }
}

function latestOf(entries: readonly RegisterEntry[]): string {
  const last = entries.at(-1)
  return last
    ? [last.on, last.item, [last.before, last.after].filter(Boolean).join('→')].filter(Boolean).join(' ')
    : ''
}

function sheetItems({
  state,
  voided,
  spoiled,
  landing,
  issue,
}: SheetRecord): Readonly<Record<string, string>> {
  return {
    状态: sheetStateWords[state].word,
    ...(issue ? { 有效期至: issue.validUntil } : {}),
    ...(voided ? { 作废: `${voided.on} ${voidReasonWords[voided.reason]}` } : {}),
    ...(spoiled ? { 废张: `${spoiled.on} ${spoilReasonWords[spoiled.reason]}` } : {}),
    ...(landing ? { 落户: [landing.on, landing.office].filter(Boolean).join(' ') } : {}),
  }
}
