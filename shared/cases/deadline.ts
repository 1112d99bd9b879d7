import { dateInChina, type PlainDate } from '../base/plain-date.ts'
import { addWorkingDays, workingDaysBetween } from '../base/working-days.ts'
import type { CaseFile, CaseStatus } from './case-file.ts'
import type { CaseType, Deadline } from './case-type.ts'

/** A matter that the station decides by itself. */
export function stationDecision(): Deadline {
  return { workingDays: 3, basis: '站内决定事项的外地做法，可由市局调整' }
}

/** A matter that the station looks into and the county decides. */
export function countyDecision(): Deadline {
  return { workingDays: 15, basis: '旗县区审批事项的外地做法，可由市局调整' }
}

/** A matter that the station investigates, the county reviews and the city decides. */
export function cityDecision(): Deadline {
  return { workingDays: 50, basis: '调查二十日、旗县区和市局各十五日的外地做法，可由市局调整' }
}

/** A matter that is settled while the resident waits. */
export function onTheSpot(): Deadline {
  return { workingDays: 0, basis: '材料齐全的当场办结' }
}

/** Statuses in which the clock of the decision runs; while the resident supplies something it stands still. */
const running: readonly CaseStatus[] = [
  'awaiting-comparison',
  'investigating',
  'awaiting-approval',
  'awaiting-county',
  'awaiting-city',
  'returned',
  'approved',
  'printing',
]

/** The working day by which a case is promised: counted from the day of its acceptance. */
export function promisedBy(caseType: CaseType, caseFile: CaseFile): PlainDate {
  return addWorkingDays(acceptedOn(caseFile), caseType.deadline(caseFile.form).workingDays)
}

function acceptedOn({ steps, openedAt }: CaseFile): PlainDate {
  const accepted = steps.find(({ step }) => step === 'accept' || step === 'amend')
  return dateInChina(accepted?.at ?? openedAt)
}

/** How many working days a case is past its promised day; 0 while it is in time or no longer runs. */
export function workingDaysOverdue(caseType: CaseType, caseFile: CaseFile, today: PlainDate): number {
  if (!running.includes(caseFile.status)) return 0
  const due = promisedBy(caseType, caseFile)
  return today > due ? workingDaysBetween(due, today) : 0
}
