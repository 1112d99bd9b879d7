import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../policy/rule.ts'
import type { SheetRecord } from '../register/record.ts'
import { defineFields, type FactsOf, type PartialFacts } from './fields.ts'
import { sheetInWords } from './sheet-steps/sheet-kind.ts'

const inLoss = ({ lossKind }: PartialFacts) => lossKind === 'lost'
const inHand = ({ lossKind }: PartialFacts) => lossKind === 'expired' || lossKind === 'damaged'

/** Why a numbered sheet is to be replaced: the same questions for certificate and permit. */
export const lossFields = defineFields({
  lossKind: {
    kind: 'choice',
    label: '申请原因',
    choices: [
      { value: 'lost', label: '遗失（补发）' },
      { value: 'expired', label: '过期，原证在手（换发）' },
      { value: 'damaged', label: '损坏，原证在手（换发）' },
    ],
  },
  lossStatement: { kind: 'longText', label: '遗失经过', hint: '什么时候、在哪里、怎么丢的', asked: inLoss },
  originalHandedBack: { kind: 'yesNo', label: '原证已经收回', asked: inHand },
  contentChange: {
    kind: 'choice',
    label: '申请人有没有要求改内容',
    choices: [
      { value: 'none', label: '没有，照原样' },
      { value: 'destination', label: '要改迁往地址' },
      { value: 'persons', label: '要改人员' },
    ],
  },
})
export type LossFacts = FactsOf<typeof lossFields>
export const lossPage = Object.keys(lossFields)

interface ReissueLaw<Facts> {
  readonly original: (facts: Facts) => SheetRecord | undefined
  /** The last day of the original, from the register or reckoned from its counterfoil. */
  readonly validUntil: (facts: Facts, day: PlainDate) => PlainDate | undefined
  /** The clause behind the days for which it is good. */
  readonly validityClause: string
  readonly otherContent: Readonly<Record<'destination' | 'persons', string>>
}

/** The law of replacing a numbered sheet: it still stands, nothing of it changes, the ground is told, and how often. */
export function sheetReissueRules<Facts extends LossFacts & { readonly originalSource?: string | undefined }>(
  law: ReissueLaw<Facts>,
): readonly Rule<Facts>[] {
  const { original, validUntil, validityClause, otherContent } = law
  return [
    {
      id: 'not-void-yet',
      title: '原证是不是已经作废或者补过',
      citations: ['WR-47'],
      consequence: 'refuse',
      test: (facts) => {
        if (facts.originalSource !== 'register') return notApplicable
        const sheet = original(facts)
        return sheet ? standingOf(sheet) : unknown('还没有选定原证。', 'original')
      },
    },
    {
      id: 'content-unchanged',
      title: '内容是否照原证不改',
      citations: ['CF-2.3-M'],
      consequence: 'route',
      test: ({ contentChange }) => {
        if (contentChange === undefined) return unknown('还没有问要不要改内容。', 'contentChange')
        if (contentChange === 'none') return met('照原证内容。')
        const what = contentChange === 'destination' ? '要改迁往地址' : '要改迁移的人员'
        return unmet(`${what}，就不是补发了，补发的内容必须与原证一样。`, otherContent[contentChange])
      },
    },
    {
      id: 'ground-proven',
      title: '遗失、过期或者损坏是否说清',
      citations: ['WR-47', 'SC96-6'],
      consequence: 'ask',
      test: (facts, { day }) => groundOf(facts, validUntil(facts, day), day),
    },
    {
      id: 'within-validity',
      title: '原证是否还在有效期内',
      citations: [validityClause, 'SC96-6'],
      consequence: 'warn',
      test: (facts, { day }) => {
        const until = validUntil(facts, day)
        if (!until) return unknown('还没有选定原证。', 'original')
        return day <= until
          ? met(`有效期到${dateInChinese(until)}。`)
          : unmet(
              `${dateInChinese(until)}已过期。`,
              '过期不影响补发换发；新证请在新的期限内使用，不再符合迁入条件的可以恢复户口。',
            )
      },
    },
    {
      id: 'first-reissue',
      title: '以前有没有补发换发过',
      citations: ['CF-2.3-M'],
      consequence: 'warn',
      test: (facts) => {
        const sheet = original(facts)
        if (!sheet) return notApplicable
        return sheet.reissues === 0
          ? met('以前没有补发换发过。')
          : unmet(
              `这一张本身是补发换发的，这次是第${sheet.reissues + 1}次。`,
              '可以办，备注写明第几次；请所长批准前看前几次的经过，旧编号一直查得到。',
            )
      },
    },
  ]
}

function standingOf(original: SheetRecord): Verdict {
  const words = sheetInWords(original)
  if (original.replacedBy) {
    const next = original.replacedBy.slice(original.replacedBy.indexOf(':') + 1)
    return unmet(`${words}已经补发过，新证是${next}。`, '新证也丢了的，请选新证再申请。')
  }
  switch (original.state) {
    case 'issued':
    case 'landed':
      return met(`${words}没有作废，也没有补发过。`)
    case 'void':
      return original.voided?.caseId
        ? unmet(`${words}已经作废，正在另一个案件里补发。`, '请打开那个案件接着办。')
        : unmet(`${words}已经作废。`, '请查作废登记簿，弄清作废的原因。')
    case 'blank':
    case 'printing':
    case 'spoiled':
      return unmet(`${words}没有签发过。`, '请重新核对编号，选真正签发过的那一张。')
  }
}

function groundOf(facts: LossFacts, until: PlainDate | undefined, day: PlainDate): Verdict {
  switch (facts.lossKind) {
    case 'lost':
      return facts.lossStatement
        ? met('申请人已写明遗失经过，不需要登报。')
        : unknown('还没有写遗失经过。', 'lossStatement')
    case 'expired':
      return until && day <= until
        ? unmet(`原证到${dateInChinese(until)}才过期，现在还能用。`, '原证在手又没有坏的，请直接拿去办理。')
        : handedBack(facts)
    case 'damaged':
      return handedBack(facts)
    default:
      return unknown('还没有选申请原因。', 'lossKind')
  }
}

function handedBack({ originalHandedBack }: LossFacts): Verdict {
  if (originalHandedBack === undefined) return unknown('原证还没有收回。', 'originalHandedBack')
  return originalHandedBack
    ? met('原证已收回。')
    : unmet('换发要先交回原证。', '请申请人交回原证；找不到的，按遗失补发。')
}
