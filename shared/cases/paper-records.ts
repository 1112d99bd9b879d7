import { householdKey } from '../people/household.ts'
import { residentKey } from '../people/resident.ts'
import type { RecordView } from '../register/record.ts'
import type { CaseFile } from './case-file.ts'
import type { Paper } from './case-type.ts'

/**
 * The records that a paper is made from: those it names, the household of each person among them, and the head of each
 * household. A page of the booklet carries the number, the kind and the head of a household that the case need not name.
 */
export function recordsForPaper(
  paper: Paper,
  caseFile: CaseFile,
  view: (keys: readonly string[]) => RecordView,
): RecordView {
  const named = view(paper.touches(caseFile))
  const homes = view(homesOf(named))
  const heads = view([...headsOf(named), ...headsOf(homes)])
  return new Map([...heads, ...homes, ...named])
}

function homesOf(records: RecordView): string[] {
  return [...records.values()].flatMap((record) =>
    record.kind === 'person' && record.householdNumber !== '' ? [householdKey(record.householdNumber)] : [],
  )
}

function headsOf(records: RecordView): string[] {
  return [...records.values()].flatMap((record) =>
    record.kind === 'household' && record.headPersonId !== '' ? [residentKey(record.headPersonId)] : [],
  )
}
