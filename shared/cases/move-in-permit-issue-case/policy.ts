import { isInsideChifeng, isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { residentStatusNames } from '../../people/resident.ts'
import type { PolicyOptions } from '../../policy/options.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import { destinationVerdict, moversVerdict } from '../permit-content.ts'
import { applicantRules } from '../person-applicant.ts'
import type { PermitIssueFacts } from './fields.ts'

type IssueRule = Rule<PermitIssueFacts>

const isExempt = ({ moverKind }: PermitIssueFacts) => moverKind === 'student' || moverKind === 'no-papers'

/** Whether a permit is the right paper at all. */
const needed: readonly IssueRule[] = [
  {
    id: 'kind-needs-a-permit',
    title: '这种迁移要不要准予迁入证明',
    citations: ['WR-41', 'HR-13-2'],
    consequence: 'route',
    test: ({ moverKind }) => {
      switch (moverKind) {
        case 'ordinary':
          return met('一般迁移，先办准予迁入证明。')
        case 'student':
          return unmet(
            '大中专学生凭录取、毕业材料迁移，不需要准予迁入证明。',
            '请凭录取通知书或者毕业材料到迁出地派出所开户口迁移证，再来落户。',
          )
        case 'no-papers':
          return unmet(
            '退役军人、回国定居和被释放的人不用迁移证件。',
            '请凭退役、回国定居或者释放的证件直接到落户地派出所申报。',
          )
        default:
          return unknown('还没有选迁移人是哪一种。', 'moverKind')
      }
    },
  },
  {
    id: 'from-another-province',
    title: '从哪里迁来，要不要纸质的准予迁入证明',
    citations: ['WR-43', 'WR-42', 'IM-2020'],
    consequence: 'route',
    test: (facts, { options }) => {
      if (isExempt(facts)) return notApplicable
      const { moversFrom } = facts
      if (!moversFrom) return unknown('还没有填迁移人现户口地址。', 'moversFrom')
      return paperVerdict(moversFrom, options)
    },
  },
  {
    id: 'destination-is-here',
    title: '迁入地址归不归本旗县区',
    citations: ['MC-2', 'WR-8'],
    consequence: 'refer',
    test: (facts, setting) => (isExempt(facts) ? notApplicable : destinationVerdict(facts, setting)),
  },
  {
    id: 'no-permit-in-hand',
    title: '是不是已经有一张没有用过的',
    citations: ['WR-47'],
    consequence: 'route',
    test: (facts) => {
      if (isExempt(facts)) return notApplicable
      if (facts.permitInHand === undefined) return unknown('还没有问有没有没用过的。', 'permitInHand')
      return facts.permitInHand
        ? unmet(
            '已经有一张没有用过的准予迁入证明，不能同时有两张。',
            '还在期限内的直接拿去迁出；过期、损坏或者丢了的，按“准予迁入证明补发、换发”办。',
          )
        : met('没有别的准予迁入证明。')
    },
  },
]

function paperVerdict(
  { region, regionName }: { readonly region: string; readonly regionName: string },
  options: PolicyOptions,
): Verdict {
  if (isInsideChifeng(region)) {
    return unmet('本市内迁移不用任何迁移证件。', '请到迁入地派出所办市内迁移，两个派出所在网上流转。')
  }
  if (isInsideInnerMongolia(region)) {
    return unmet(
      '自治区内跨盟市迁移从2020年起网上流转，不开纸质的准予迁入证明。',
      '请在迁入地派出所申请，带申请人和迁移人的户口簿，由两地网上办结。',
    )
  }
  if (/^(71|81|82)/.test(region)) {
    return unmet('港澳台来内地定居不用准予迁入证明。', '请凭批准定居的文件到落户地派出所办理。')
  }
  return options['certificates-to-other-provinces'] === 'paperless'
    ? unmet('跨省迁移现在网上流转，不开纸质证件。', '请按“跨省通办”在迁入地办理。')
    : met(`从${regionName}迁来，跨省迁移，先由迁入地开准予迁入证明。`)
}

/** Whether the movers may come, which a person decides. */
const grounds: readonly IssueRule[] = [
  {
    id: 'movers-complete',
    title: '迁移人是否写清',
    citations: ['MC-2', 'GB-11643'],
    consequence: 'ask',
    test: (facts, { day }) => (isExempt(facts) ? notApplicable : moversVerdict(facts, day)),
  },
  {
    id: 'applicant-registered',
    title: '申请人在不在册',
    citations: ['MC-2', 'HR-6'],
    consequence: 'ask',
    test: (facts) => {
      if (isExempt(facts)) return notApplicable
      const { permitApplicant } = facts
      if (!permitApplicant) return unknown('还没有选申请人。', 'permitApplicant')
      const { status, name } = permitApplicant
      return status === 'moved-out' || status === 'cancelled'
        ? unmet(
            `${name}在本所的登记是“${residentStatusNames[status]}”。`,
            '请选现在在册的人作申请人；来落户的本人申请的，写本人和现住址。',
          )
        : met(`申请人${name}。`)
    },
  },
  {
    id: 'ground-stated',
    title: '凭哪一条迁入是否写明',
    citations: ['WR-39', 'CF-2.1.1'],
    consequence: 'ask',
    test: (facts) => {
      if (isExempt(facts)) return notApplicable
      const { settlementGround, groundStatement, settlementCase } = facts
      if (!settlementGround) return unknown('还没有选凭哪一条迁入。', 'settlementGround')
      if (settlementGround === 'other' && !groundStatement)
        return unknown('还没有写明是什么理由。', 'groundStatement')
      return met(settlementCase ? `落户案件${settlementCase}已经批准。` : '已写明，由民警认定。')
    },
  },
  {
    id: 'movers-qualify',
    title: '迁移人符不符合本地落户条件',
    citations: ['WR-39', 'CF-2.1.1'],
    consequence: 'refuse',
    test: (facts) => {
      if (isExempt(facts)) return notApplicable
      switch (facts.qualification) {
        case 'qualified':
          return met(`民警认定符合：${facts.qualificationReason ?? ''}`)
        case 'not-qualified':
          return unmet(
            `民警认定不符合：${facts.qualificationReason ?? '还没有写理由'}`,
            '落户条件有几条，符合任何一条就可以；情况有变化的随时可以再申请。',
          )
        case 'unclear':
          return notApplicable
        default:
          return unknown('还没有由民警认定。', 'qualification')
      }
    },
  },
  {
    id: 'qualification-settled',
    title: '落户条件是否查清',
    citations: ['WR-39', 'WR-12'],
    consequence: 'investigate',
    test: (facts) => {
      if (isExempt(facts) || facts.qualification === undefined) return notApplicable
      return facts.qualification === 'unclear'
        ? unmet('还要核实。', '先受理，由民警核实；能从系统查到的不要群众跑，查清后送审。')
        : met('已经查清。')
    },
  },
]

/** Law of issuing a permit to people of another province, in the order in which a clerk would ask. */
export const policy: readonly IssueRule[] = [
  ...needed,
  ...grounds,
  ...applicantRules<PermitIssueFacts>({
    subjectOf: ({ permitApplicant }) => permitApplicant,
    agentWillDo: true,
  }),
]
