import { dateInChinese } from '../../base/plain-date.ts'
import { legalDate } from '../../policy/legal-dates.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { readTypedSerial } from '../../register/typed-serial.ts'
import { moversVerdict } from '../permit-content.ts'
import { applicantRules } from '../person-applicant.ts'
import { sheetReissueRules } from '../sheet-reissue-rules.ts'
import type { PermitReissueFacts } from './fields.ts'
import { findIssueDate, findOriginalContent, findValidUntil } from './original.ts'

type ReissueRule = Rule<PermitReissueFacts>

const isNotOurs = ({ originalSource }: PermitReissueFacts) =>
  originalSource === 'elsewhere' || originalSource === 'online'

const paperless = unmet(
  '自治区内迁移从2020年起网上流转，不开纸质的准予迁入证明，也就没有证可补。',
  '请凭居民身份证到迁入地派出所查网上办理进度，由迁入地办结。',
)

/** Moves inside the Region had a paper until the last day of 2019. */
const paperExists: ReissueRule = {
  id: 'paper-exists',
  title: '这次迁移有没有纸质的准予迁入证明',
  citations: ['IM-2020', 'WR-42'],
  consequence: 'route',
  test: (facts) => {
    if (facts.originalSource === 'online') return paperless
    if (facts.originalSource === 'elsewhere') return notApplicable
    const address = findOriginalContent(facts)?.moversAddress
    const issuedOn = findIssueDate(facts)
    if (address === undefined || !issuedOn) return unknown('还没有选定原证。', 'original')
    return address.startsWith('内蒙古') && issuedOn >= legalDate('one-stop')
      ? paperless
      : met('有纸质的准予迁入证明。')
  },
}

const issuedHere: ReissueRule = {
  id: 'issued-here',
  title: '原证是不是本旗县区签发',
  citations: ['CF-2.3-M', 'WR-47', 'MC-2'],
  consequence: 'refer',
  test: (facts, { stationCode, options }) => {
    if (facts.originalSource === 'online') return notApplicable
    if (facts.originalSource === 'elsewhere') return issuedBy(facts.issuingOffice ?? '别的公安机关')
    if (facts.originalSource === 'counterfoil') return met('存根在本旗县区，由本旗县区签发。')
    const { original } = facts
    if (!original?.issue) return unknown('还没有选定原证。', 'original')
    const { issuerCode, issuerName } = original.issue
    const ours =
      options['permit-reissue-approval-level'] === 'station'
        ? original.station === stationCode
        : issuerCode.slice(0, 6) === stationCode.slice(0, 6)
    return ours ? met(`${issuerName}签发。`) : issuedBy(issuerName)
  },
}

function issuedBy(office: string) {
  return unmet(
    `原证由${office}签发，补发换发只能由签发机关办。`,
    '打印告知单，请申请人到签发机关办理；权利不受影响，只是地点不同。',
  )
}

const notUsed: ReissueRule = {
  id: 'not-used',
  title: '原证用过没有',
  citations: ['HR-13', 'HR-6', 'MC-2'],
  consequence: 'refuse',
  cityQuestion: 'landed',
  test: (facts) => {
    if (isNotOurs(facts)) return notApplicable
    const landing = facts.original?.landing
    if (landing) {
      return unmet(
        `证上的人${dateInChinese(landing.on)}已在${landing.office}落户，这张证已经用完。`,
        '已经落户的不用再补。本人没有落过户的，可能有人冒用，请记下疑点报所长核实。',
      )
    }
    switch (facts.moveOutCheck) {
      case 'not-moved':
        return met(`查过没有办迁出：${facts.moveOutCheckedHow ?? ''}`)
      case 'moved-out':
        return unmet(
          '迁出地已经凭它办了迁出，第二联已经交给迁出地。',
          '第三联丢了不用补：本所凭存根和户口迁移证核验后直接落户；户口迁移证丢了的，到迁出地补发。',
        )
      case 'landed':
        return unmet(
          '查到证上的人已经落户，这张证已经用完。',
          '已经落户的不用再补。本人没有落过户的，可能有人冒用，请记下疑点报所长核实。',
        )
      default:
        return unknown(
          '没有线路，查不到。可以先受理；没有查清就不能打印，除非所长和旗县区写明带着这个问题批准，线路恢复后补查。',
          'moveOutCheck',
        )
    }
  },
}

const useAsked: ReissueRule = {
  id: 'use-asked',
  title: '是否问过迁出地',
  citations: ['WR-12'],
  consequence: 'ask',
  test: (facts) => {
    if (isNotOurs(facts)) return notApplicable
    return facts.moveOutCheck
      ? met('已记录查询情况。')
      : unknown('还没有记录查询情况；这是警察的事，不要群众开证明。', 'moveOutCheck')
  },
}

const leavesCollected: ReissueRule = {
  id: 'leaves-collected',
  title: '剩下的一联是否收回',
  citations: ['MC-3', 'WR-47'],
  consequence: 'ask',
  test: (facts) => {
    if (isNotOurs(facts) || facts.lossKind !== 'lost') return notApplicable
    if (facts.leafLeft === undefined) return unknown('还没有问还剩哪一联。', 'leafLeft')
    if (facts.leafLeft === 'none') return met('第二联、第三联都丢了，没有可收回的。')
    if (facts.leafHandedBack === undefined) return unknown('剩下的一联还没有收回。', 'leafHandedBack')
    return facts.leafHandedBack
      ? met('剩下的一联已收回，与旧编号一起作废。')
      : unmet(
          '补发用新编号，旧编号的各联都作废，剩下的一联不能留在外面。',
          '请申请人交回剩下的一联；也丢了的，改选“都丢了”。',
        )
  },
}

const counterfoilComplete: ReissueRule = {
  id: 'counterfoil-complete',
  title: '存根是否录全',
  citations: ['CF-2.3-M'],
  consequence: 'ask',
  test: (facts, { day }) => {
    if (facts.originalSource !== 'counterfoil') return notApplicable
    if (!facts.counterfoilSerial) return unknown('还没有输入存根编号。', 'counterfoilSerial')
    if (!readTypedSerial(facts.counterfoilSerial, 'counterfoilSerial').ok)
      return unmet('存根编号认不出来。', '请按“蒙2013-00123456”的样子输入。')
    const movers = moversVerdict(facts, day)
    if (movers.kind !== 'met') return movers
    return findOriginalContent(facts)
      ? met('存根已录入，提交后由另一位同事核对。')
      : unknown('存根内容还没有录全。', 'permitApplicant')
  },
}

const sheetRules = sheetReissueRules<PermitReissueFacts>({
  original: ({ original }) => original,
  validUntil: findValidUntil,
  validityClause: 'MC-2',
  otherContent: {
    destination: '迁入地址变了的，按“准予迁入证明签发”重新申请，原证收回作废。',
    persons: '迁移的人变了的，按“准予迁入证明签发”重新申请，原证收回作废。',
  },
})

/** Law of replacing a permit, in the order in which a clerk would ask. */
export const policy: readonly ReissueRule[] = [
  paperExists,
  issuedHere,
  notUsed,
  useAsked,
  ...sheetRules,
  leavesCollected,
  counterfoilComplete,
  ...applicantRules<PermitReissueFacts>({
    subjectOf: (facts) => facts.permitApplicant ?? findOriginalContent(facts)?.applicant,
    agentWillDo: true,
  }),
]
