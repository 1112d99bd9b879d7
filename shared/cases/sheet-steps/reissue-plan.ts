import { accepted, refused, type Outcome } from '../../base/outcome.ts'
import { dateInChinese } from '../../base/plain-date.ts'
import type { VoidReason } from '../../register/certificate.ts'
import type { RecordKey, RegisterRecord, SheetRecord } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import type { PartialFacts } from '../fields.ts'
import type { StepContext } from '../step.ts'
import type { IssuePlan } from './confirm-sheet.ts'
import type { SheetPlan, SheetToPrint } from './print-sheet.ts'
import type { SheetKind } from './sheet-kind.ts'

/** Why a sheet is replaced: lost, or in the hand and run out or damaged. */
export type LossKind = 'lost' | 'expired' | 'damaged'

interface Reissue<Sheet extends SheetRecord> {
  readonly kind: SheetKind<Sheet>
  readonly findOriginalKey: (form: PartialFacts) => RecordKey | undefined
  readonly lossKind: (form: PartialFacts) => LossKind
  /** What the remark says behind the old number: somebody on it has died, and the like. */
  readonly moreRemark: (form: PartialFacts) => string
}

/**
 * 补发、换发: the same content on the next sheet, with a remark that names the old number. The old number is void with the
 * intent to print, before the new one exists; the chain between them is closed when the sheet has come out.
 */
export function reissuePlan<Sheet extends SheetRecord>(
  reissue: Reissue<Sheet>,
): SheetPlan<Sheet> & IssuePlan {
  const { findOriginalKey, kind } = reissue
  const findOriginal = ({ records }: StepContext, { form }: CaseFile) =>
    kind.find(records, findOriginalKey(form) ?? '')
  return {
    recordsOf: ({ form }) => {
      const key = findOriginalKey(form)
      return key ? [key] : []
    },
    plan: (context, caseFile) => planOf(reissue, findOriginal(context, caseFile), context, caseFile),
    whenIssued: (context, caseFile, issued) => {
      const original = findOriginal(context, caseFile)
      return original ? [{ ...original, replacedBy: issued.key }] : []
    },
  }
}

function planOf<Sheet extends SheetRecord>(
  { kind, lossKind, moreRemark }: Reissue<Sheet>,
  original: Sheet | undefined,
  context: StepContext,
  { id, form }: CaseFile,
): Outcome<SheetToPrint<Sheet>> {
  if (!original?.content || !original.issue)
    return refused({ code: 'no-original', message: '登记里找不到原证，不能补发。' })
  const voidedHere = original.state === 'void' && original.voided?.caseId === id
  if (original.landing) {
    return refused({
      code: 'landed',
      message: `证上人员已在${original.landing.office}落户，不能补发。`,
      citation: 'HR-13',
    })
  }
  if (original.state !== 'issued' && !voidedHere) {
    return refused({
      code: 'original-not-standing',
      message: '原证已经在别处作废或者补发，不能再补。请看原证的登记。',
    })
  }
  const loss = lossKind(form)
  return accepted({
    content: original.content,
    remark: `${reissueRemark(kind, original, loss)}${moreRemark(form)}`,
    replaces: original.key,
    reissues: original.reissues + 1,
    before: voidedHere ? [] : [voidedFirst(original, loss, id, context)],
  })
}

function voidedFirst(
  original: SheetRecord,
  reason: VoidReason,
  caseId: string,
  { day, action }: StepContext,
): RegisterRecord {
  return { ...original, state: 'void', voided: { on: day, reason, caseId, by: action.by.name } }
}

/** The remark that names the reissue: the old number and date, and what became of the old sheet. */
export function reissueRemark(kind: SheetKind, original: SheetRecord, loss: LossKind): string {
  const lost = loss === 'lost'
  const times = original.reissues > 0 ? `第${original.reissues + 1}次` : ''
  const act = `${times}${lost ? '补发' : '换发'}`
  const issued = original.issue ? `${dateInChinese(original.issue.issuedOn)}签发，` : ''
  return `${act}。原证：${kind.inWords(original.serial)}，${issued}${fates[loss]}。`
}

const fates: Readonly<Record<LossKind, string>> = {
  lost: '已遗失作废',
  expired: '已超过有效期限，收回作废',
  damaged: '已损坏，收回作废',
}
