import { dateInChinese } from '../../base/plain-date.ts'
import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { legalDate } from '../../policy/legal-dates.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { identityVerdict, mayActForHolder } from '../certificate-applicant.ts'
import { sheetReissueRules } from '../sheet-reissue-rules.ts'
import type { ReissueFacts } from './fields.ts'
import {
  deceasedOf,
  findOriginalContent,
  findOriginalIssueDate,
  findValidUntil,
  readCounterfoilSerial,
} from './original.ts'

type ReissueRule = Rule<ReissueFacts>

const paperExists: ReissueRule = {
  id: 'paper-exists',
  title: '这次迁移有没有纸质迁移证',
  citations: ['IM-2020', 'WR-42'],
  consequence: 'route',
  test: (facts) => {
    const destination = findOriginalContent(facts)?.destination
    if (facts.originalSource === 'online') return paperless
    if (facts.originalSource === 'elsewhere') return notApplicable
    if (!destination) return unknown('还没有选定原证。', 'original')
    if (!isInsideInnerMongolia(destination.region))
      return met(`迁往${destination.regionName}，跨省迁移，使用纸质迁移证。`)
    const issuedOn = findOriginalIssueDate(facts)
    if (!issuedOn) return unknown('还没有选定原证。', 'original')
    return issuedOn < legalDate('one-stop')
      ? met(`迁往${destination.regionName}，${dateInChinese(issuedOn)}签发，那时自治区内还用纸质迁移证。`)
      : paperless
  },
}

const paperless = unmet(
  '自治区内迁移从2020年起网上流转，不开纸质迁移证，也就没有证可补。',
  '请凭居民身份证到迁入地派出所查网上办理进度，由迁入地办结。',
)

const issuedHere: ReissueRule = {
  id: 'issued-here',
  title: '原证是不是本所签发',
  citations: ['CF-2.3-M', 'WR-47'],
  consequence: 'refer',
  test: (facts, { stationCode, stationName }) => {
    if (facts.originalSource === 'online') return notApplicable
    if (facts.originalSource === 'elsewhere') {
      return unmet(
        `原证由${facts.issuingOffice ?? '别的公安机关'}签发，补发只能由签发机关办。`,
        '打印告知单，请申请人到签发机关办理；权利不受影响，只是地点不同。',
      )
    }
    if (facts.originalSource === 'counterfoil') return met('存根在本所，由本所签发。')
    const issuer = facts.original?.issue
    if (!issuer) return unknown('还没有选定原证。', 'original')
    if (issuer.issuerCode !== stationCode) {
      return unmet(
        `原证由${issuer.issuerName}签发，补发只能由签发机关办。`,
        `打印告知单，请申请人到${issuer.issuerName}办理。`,
      )
    }
    return met(`${stationName}签发。`)
  },
}

const someoneElseLanded =
  '已经落户的不能再补证。本人没有去落过户的，可能有人冒用，请记下疑点报所长，由所里向迁入地核实。'

const notLanded: ReissueRule = {
  id: 'not-landed',
  title: '证上人员有没有在别处落户',
  citations: ['HR-13', 'HR-6'],
  consequence: 'refuse',
  cityQuestion: 'landed',
  test: (facts) => {
    if (facts.originalSource === 'elsewhere' || facts.originalSource === 'online') return notApplicable
    const landing = facts.original?.landing
    if (landing)
      return unmet(`证上人员${dateInChinese(landing.on)}已在${landing.office}落户。`, someoneElseLanded)
    switch (facts.landingCheck) {
      case 'landed':
        return unmet(`查到已在${facts.landedPlace ?? '别处'}落户。`, someoneElseLanded)
      case 'not-landed':
        return met(`查过没有落户：${facts.landingCheckedHow ?? ''}`)
      default:
        return unknown(
          '没有线路，查不到。可以先受理；没有查清就不能打印，除非所长写明带着这个问题批准，线路恢复后补查并留下记录。',
          'landingCheck',
        )
    }
  },
}

const landingAsked: ReissueRule = {
  id: 'landing-asked',
  title: '是否问过落户情况',
  citations: ['WR-12'],
  consequence: 'ask',
  test: (facts) => {
    if (facts.originalSource === 'elsewhere' || facts.originalSource === 'online') return notApplicable
    return facts.landingCheck
      ? met('已记录查询情况。')
      : unknown('还没有记录查询情况；这是警察的事，不要群众开未落户证明。', 'landingCheck')
  },
}

const destinationAccepts: ReissueRule = {
  id: 'destination-accepts',
  title: '迁入地还接收吗',
  citations: ['SC96-6', 'IM-104-9'],
  consequence: 'route',
  test: ({ destinationAnswer, graduate }) => {
    if (destinationAnswer === undefined) return notApplicable
    if (destinationAnswer === 'accepts') return met('迁入地还接收，可以补领后去落户。')
    if (graduate === undefined) return unknown('还没有问持证人是不是大中专毕业生。', 'graduate')
    return graduate
      ? unmet('迁入地不再接收，补了证也落不了户。', '毕业生可以在原籍恢复户口，请办“恢复户口”。')
      : unmet('迁入地不再接收，补了证也落不了户。', '可以在户口迁出地恢复户口，请办“恢复户口”。')
  },
}

const deceasedAreListed: ReissueRule = {
  id: 'deceased-listed',
  title: '去世的人是不是证上的',
  citations: ['WR-32'],
  consequence: 'ask',
  test: (facts) => {
    const deceased = deceasedOf(facts)
    if (deceased.length === 0) return notApplicable
    const persons = findOriginalContent(facts)?.persons
    if (!persons) return unknown('还没有选定原证。', 'original')
    const strangers = deceased.filter((name) => !persons.some((person) => person.name === name))
    return strangers.length > 0
      ? unmet(`证上没有${strangers.join('、')}。`, '请对照原证写去世的人的姓名，几个人用顿号隔开。')
      : met('内容照原证，备注写明；到了迁入地，迁入和死亡一起登记。')
  },
}

const counterfoilReadable: ReissueRule = {
  id: 'counterfoil-complete',
  title: '存根是否录全',
  citations: ['CF-2.3-M'],
  consequence: 'ask',
  test: (facts) => {
    if (facts.originalSource !== 'counterfoil') return notApplicable
    if (!facts.counterfoilSerial) return unknown('还没有输入存根编号。', 'counterfoilSerial')
    const serial = readCounterfoilSerial(facts.counterfoilSerial)
    if (!serial.ok) return unmet('存根编号认不出来。', '请按“蒙2013-00123456”的样子输入。')
    return facts.counterfoilContent
      ? met('存根已录入，提交后由另一位同事核对。')
      : unknown('还没有录入存根内容。', 'counterfoilContent')
  },
}

const sheetRules = sheetReissueRules<ReissueFacts>({
  original: ({ original }) => original,
  validUntil: findValidUntil,
  validityClause: 'MC-1',
  otherContent: {
    destination: '请申请人先到新的迁入地办准予迁入证明，再来重新签发。',
    persons: '请先由迁入地重新办准予迁入证明，再来重新签发。',
  },
})

/** Law of the reissue, in the order in which a clerk would ask. */
export const policy: readonly ReissueRule[] = [
  paperExists,
  issuedHere,
  notLanded,
  landingAsked,
  ...sheetRules,
  destinationAccepts,
  counterfoilReadable,
  deceasedAreListed,
  {
    id: 'may-apply',
    title: '申请人是否可以申请',
    citations: ['WR-47', 'CC-27', 'CC-165'],
    consequence: 'ask',
    test: (facts, { day }) =>
      mayActForHolder(
        facts,
        { persons: findOriginalContent(facts)?.persons ?? [], deceased: deceasedOf(facts) },
        day,
      ),
  },
  {
    id: 'identity-checked',
    title: '申请人身份是否核对',
    citations: ['ID-14'],
    consequence: 'ask',
    test: (facts) => identityVerdict(facts),
  },
]
