import type { Action } from '../../shared/cases/action.ts'
import { numbersDrawnBy } from '../../shared/cases/apply-action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { CaseType } from '../../shared/cases/case-type.ts'
import type { RecordView, RegisterRecord } from '../../shared/register/record.ts'

/** Throws when a step used up a number that it does not declare: then nobody would ask whose block it is from. */
export function expectDrawsDeclared(
  action: Action,
  caseType: CaseType,
  before: { readonly caseFile: CaseFile | undefined; readonly records: RecordView },
  after: readonly RegisterRecord[],
): void {
  const draws = numbersDrawnBy(action, caseType, before.caseFile)
  const declared = draws.map(({ kind, number }) => `${kind}/${number}`)
  const used = after.flatMap((record) => usedBy(record, before.records.get(record.key), action))
  const silent = used.filter((number) => !declared.includes(number))
  if (silent.length > 0)
    throw new Error(`${caseType.id}, ${action.step} uses ${silent.join()} and declares ${declared.join()}`)
}

function usedBy(
  record: RegisterRecord,
  was: RegisterRecord | undefined,
  { facts, station }: Action,
): string[] {
  if (record.kind === 'certificate' || record.kind === 'move-in-permit') {
    const kind = record.kind === 'certificate' ? 'certificate-blanks' : 'permit-blanks'
    const isDrawn = was && 'state' in was && was.state === 'blank' && record.state === 'printing'
    return isDrawn ? [`${kind}/${Number(record.serial.digits)}`] : []
  }
  if (record.kind !== 'person' || (was?.kind === 'person' && was.citizenId === record.citizenId)) return []
  const isComposed = JSON.stringify(facts).includes('"sequence"')
  const isOwnCounty = record.citizenId.startsWith(station.slice(0, 6))
  return isComposed && isOwnCounty ? [`citizen-sequence/${Number(record.citizenId.slice(14, 17))}`] : []
}
