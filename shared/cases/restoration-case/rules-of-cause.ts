import { cancelCauseNames, type CancelCause } from '../../people/resident.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import type { RestorationFacts } from './fields.ts'
import { isCause, wasDeclared } from './reading.ts'

type Cause = NonNullable<RestorationFacts['cause']>

interface OtherWay {
  readonly cause: CancelCause & Cause
  readonly because: string
  readonly remedy: string
}

/** People who left with one paper and come back with another (条例1958, clauses 11 to 13). */
const waysOfPapers: readonly OtherWay[] = [
  {
    cause: 'enlistment',
    because: '参军时注销的户口，退役以后按退役安置落户，不走恢复户口。',
    remedy: '请带退役证件到退役军人事务部门开安置介绍信，凭它到安置地派出所落户。',
  },
  {
    cause: 'imprisonment',
    because: '被逮捕、服刑注销的户口，释放以后凭释放证明申报落户，不走恢复户口。',
    remedy: '请带释放证明办理落户；证明丢了的，由民警向原监狱、看守所核实，不影响落户。',
  },
]

const waysFromAbroad: readonly OtherWay[] = [
  {
    cause: 'settled-abroad',
    because: '在国（境）外定居后回来的，按回国定居落户，不走恢复户口。',
    remedy:
      '请先申请华侨回国定居证，再凭它和护照或者旅行证到拟定居地旗县区公安局登记；从港澳台回来的按回内地定居办。',
  },
  {
    cause: 'foreign-nationality',
    because: '加入外国国籍就没有中国国籍了，要先恢复国籍。',
    remedy: '请向出入境管理部门申请恢复国籍，批准后凭复籍证明到原户口所在地登记。',
  },
]

const waysOfUntrue: readonly OtherWay[] = [
  {
    cause: 'false',
    because: '注销的是虚假户口，虚假的登记不能恢复。',
    remedy:
      '本人确实没有真实户口的，按其他无户口人员申请，由民警查清真实身份后登记；原来有真实户口的，恢复那一个。',
  },
]

const waysOfDouble: readonly OtherWay[] = [
  {
    cause: 'double',
    because: '注销的是两个户口里重复的一个，一个人只能有一个户口，不能恢复。',
    remedy: '请用保留的那个户口；那一个也注销了的，由注销它的派出所恢复，或者按其他无户口人员申请。',
  },
]

/** Met when neither the applicant nor the register gives one of these causes. */
function noneOf(ways: readonly OtherWay[], otherwise: string) {
  return (facts: RestorationFacts): Verdict => {
    if (facts.cause === undefined) return unknown('还没有填当初为什么注销。', 'cause')
    const found = ways.find(({ cause }) => isCause(facts, cause))
    return found ? unmet(found.because, found.remedy) : met(otherwise)
  }
}

const otherWays: readonly Rule<RestorationFacts>[] = [
  {
    id: 'cause-leads-here',
    title: '是不是退役、释放后落户',
    citations: ['HR-13-2', 'HR-11', 'HR-12'],
    consequence: 'route',
    test: noneOf(waysOfPapers, '不是退役、释放后落户。'),
  },
  {
    id: 'not-from-abroad',
    title: '是不是从国（境）外回来',
    citations: ['WR-37', 'WR-28', 'NL-13'],
    consequence: 'route',
    test: noneOf(waysFromAbroad, '不是从国（境）外回来定居。'),
  },
  {
    id: 'registration-was-true',
    title: '原来的登记是不是真实',
    citations: ['HR-20', 'SC96-8', 'CF-2.3-O'],
    consequence: 'refuse',
    test: noneOf(waysOfUntrue, '原来的登记不是虚假户口。'),
  },
  {
    id: 'registration-was-single',
    title: '原来的登记是不是重复',
    citations: ['HR-6', 'WR-3', 'SC96-8'],
    consequence: 'refuse',
    test: noneOf(waysOfDouble, '原来的登记不是重复户口。'),
  },
]

/** What the register may say where the applicant gives a cause; a cause that is missing here fits with anything. */
const fitting: Partial<Record<Cause, readonly CancelCause[]>> = {
  'long-absence': ['long-absence', 'declared-missing', 'other'],
  'declared-missing': ['declared-missing', 'long-absence', 'other'],
  'declared-dead': ['declared-dead', 'death', 'other'],
  'reported-dead-wrongly': ['reported-dead-wrongly', 'death', 'other'],
  death: ['death', 'reported-dead-wrongly', 'other'],
  marriage: ['marriage', 'moved-out', 'long-absence', 'other'],
  'moved-out': ['moved-out', 'other'],
}

export const rulesOfCause: readonly Rule<RestorationFacts>[] = [
  ...otherWays,
  {
    id: 'cause-fits-record',
    title: '说的原因与登记是否一致',
    citations: ['WR-9', 'WR-57'],
    consequence: 'hold',
    test: ({ cause, person }) => {
      const inRecord = person?.statusCause
      const fits = cause ? fitting[cause] : undefined
      if (!inRecord || !fits) return notApplicable
      return fits.includes(inRecord)
        ? met('与登记上的注销原因一致。')
        : unmet(
            `登记上写的是“${cancelCauseNames[inRecord]}”，与申请人说的不一样。`,
            '请查原始注销材料，把原因改对以后再决定；登记上写错了的，选“公安机关工作差错”。',
          )
    },
  },
  {
    id: 'declaration-revoked',
    title: '法院撤销宣告没有',
    citations: ['WR-38', 'SC96-4', 'CC-50', 'CC-45'],
    consequence: 'ask',
    test: (facts) => {
      const { judgmentRevoked } = facts
      if (!wasDeclared(facts)) return notApplicable
      if (judgmentRevoked === undefined) return unknown('还没有看撤销宣告的判决书。', 'judgmentRevoked')
      return judgmentRevoked
        ? met('法院已经撤销宣告。')
        : unmet(
            '还没有撤销宣告的生效判决书。',
            '请本人或者利害关系人向原来作宣告的法院申请撤销，凭判决书恢复。',
          )
    },
  },
  {
    id: 'certificate-first',
    title: '迁移证件能不能先用、先补',
    citations: ['SC96-6', 'CF-2.3-M', 'WR-47'],
    consequence: 'route',
    test: ({ cause, certificateWay }) => {
      if (cause !== 'moved-out') return notApplicable
      switch (certificateWay) {
        case 'still-valid':
          return unmet('户口迁移证件还能用。', '请在有效期内到证上写的迁入地派出所落户。')
        case 'can-land':
          return unmet(
            '迁移证件丢了或者过期，迁入地还能落户。',
            '请由签发机关补发、换发迁移证件，到迁入地落户；迁入地不让落的，再来恢复。',
          )
        case 'destination-refuses':
          return met('迁入地不让落户，毕业生回原籍、其他人回迁出地恢复。')
        case 'cannot-be-reissued':
          return met('证件补发不了，毕业生回原籍、其他人回迁出地恢复。')
        default:
          return unknown('还没有问迁移证件现在怎样。', 'certificateWay')
      }
    },
  },
]
