import type { SheetRecord } from '../register/record.ts'
import { digestOfContent, type ProofContent } from './proof.ts'

/** What a printed sheet proves of itself; undefined while nothing stands on it. */
export function proofContentOf(sheet: SheetRecord, device: string): ProofContent | undefined {
  const { key, content, issue, serial, station } = sheet
  if (!content || !issue) return undefined
  const { issuedOn, validUntil } = issue
  const digest = digestOfContent({ serial, content, issuedOn, validUntil, issuer: issue.issuerCode })
  return { sheet: key, digest, persons: personsOn(content), issuedOn, validUntil, station, device }
}

function personsOn(content: NonNullable<SheetRecord['content']>): number {
  return 'persons' in content ? content.persons.length : content.movers.length
}

/** Where a proof and the sheet it should belong to differ, in the words of the counter. */
export function differencesFrom(proof: ProofContent, sheet: SheetRecord): readonly string[] {
  const own = proofContentOf(sheet, proof.device)
  if (!own) return ['登记里这张证件还没有签发']
  return (Object.keys(names) as (keyof typeof names)[])
    .filter((name) => own[name] !== proof[name])
    .map((name) => names[name])
}

const names = {
  sheet: '证件编号',
  digest: '证件内容',
  persons: '人数',
  issuedOn: '签发日期',
  validUntil: '有效期限',
  station: '签发派出所',
} as const
