import { dateInChinese, type PlainDate } from '../../base/plain-date.ts'
import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import { serialInWords, type CertificateRecord } from '../../register/certificate.ts'
import { identityVerdict, mayActForHolder } from '../certificate-applicant.ts'
import type { ReissueFacts } from './fields.ts'
import { findOriginalContent, findOriginalIssueDate, readStubSerial } from './original.ts'

type ReissueRule = Rule<ReissueFacts>

const noPaperInsideTheRegion: ReissueRule = {
  id: 'paper-exists',
  title: '这次迁移有没有纸质迁移证',
  citations: ['IM-2020', 'WR-42'],
  consequence: 'route',
  test: (facts) => {
    const destination = findOriginalContent(facts)?.destination
    if (facts.originalSource === 'online' || (destination && isInsideInnerMongolia(destination.region))) {
      return unmet(
        '自治区内迁移从2020年起网上流转，不开纸质迁移证，也就没有证可补。',
        '请凭居民身份证到迁入地派出所查网上办理进度，由迁入地办结。',
      )
    }
    if (facts.originalSource === 'elsewhere') return notApplicable
    if (!destination) return unknown('还没有选定原证。', 'original')
    return met(`迁往${destination.regionName}，跨省迁移，使用纸质迁移证。`)
  },
}

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
    if (facts.originalSource === 'stub') return met('存根在本所，由本所签发。')
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

const stillStands: ReissueRule = {
  id: 'not-void-yet',
  title: '原证是不是已经作废或者补过',
  citations: ['WR-47'],
  consequence: 'refuse',
  test: (facts) => {
    if (facts.originalSource !== 'register') return notApplicable
    return facts.original ? standingOf(facts.original) : unknown('还没有选定原证。', 'original')
  },
}

function standingOf(original: CertificateRecord): Verdict {
  const words = serialInWords(original.serial)
  if (original.replacedBy) {
    return unmet(
      `${words}已经补发过，新证是${original.replacedBy.replace('certificate:', '')}。`,
      '新证也丢了的，请选新证再申请。',
    )
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
      return unmet(
        `证上人员${dateInChinese(landing.on)}已在${landing.office}落户。`,
        '已经落户的不能再补证；有疑问的，由所里向迁入地核实。',
      )
    switch (facts.landingCheck) {
      case 'landed':
        return unmet(
          `查到已在${facts.landedPlace ?? '别处'}落户。`,
          '已经落户的不能再补证；有疑问的，由所里向迁入地核实。',
        )
      case 'not-landed':
        return met(`查过没有落户：${facts.landingCheckedHow ?? ''}`)
      default:
        return unknown('没有线路，查不到。所长可以带着这个问题批准，市局答复后再核。', 'landingCheck')
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

const contentUnchanged: ReissueRule = {
  id: 'content-unchanged',
  title: '内容是否照原证不改',
  citations: ['CF-2.3-M'],
  consequence: 'route',
  test: (facts) => {
    switch (facts.contentChange) {
      case 'none':
        return met('照原证内容。')
      case 'destination':
        return unmet('要改迁往地址，就不是补发了。', '请申请人先到新的迁入地办准予迁入证明，再来重新签发。')
      case 'persons':
        return unmet('要改迁移的人员，就不是补发了。', '请先由迁入地重新办准予迁入证明，再来重新签发。')
      default:
        return unknown('还没有问要不要改内容。', 'contentChange')
    }
  },
}

const grounds: ReissueRule = {
  id: 'ground-proven',
  title: '遗失、过期或者损坏是否说清',
  citations: ['WR-47', 'SC96-6'],
  consequence: 'ask',
  test: (facts, { day }) => {
    switch (facts.lossKind) {
      case 'lost':
        return facts.lossStatement
          ? met('申请人已写明遗失经过，不需要登报。')
          : unknown('还没有写遗失经过。', 'lossStatement')
      case 'expired':
        return expiredInHand(facts, day)
      case 'damaged':
        return handedBack(facts)
      default:
        return unknown('还没有选申请原因。', 'lossKind')
    }
  },
}

function expiredInHand(facts: ReissueFacts, day: PlainDate): Verdict {
  const validUntil = facts.original?.issue?.validUntil
  if (validUntil && day <= validUntil) {
    return unmet(
      `原证到${dateInChinese(validUntil)}才过期，现在还能用。`,
      '原证在手又没有坏的，请直接拿去落户。',
    )
  }
  return handedBack(facts)
}

function handedBack(facts: ReissueFacts): Verdict {
  if (facts.originalHandedBack === undefined) return unknown('原证还没有收回。', 'originalHandedBack')
  return facts.originalHandedBack
    ? met('原证已收回。')
    : unmet('换发要先交回原证。', '请申请人交回原证；找不到的，按遗失补发。')
}

const stillValid: ReissueRule = {
  id: 'within-validity',
  title: '原证是否还在有效期内',
  citations: ['MC-1', 'SC96-6'],
  consequence: 'warn',
  test: (facts, { day }) => {
    const until = facts.original?.issue?.validUntil
    if (!until)
      return findOriginalIssueDate(facts)
        ? met('以存根日期为准，过期不影响补发。')
        : unknown('还没有选定原证。', 'original')
    return day <= until
      ? met(`有效期到${dateInChinese(until)}。`)
      : unmet(
          `${dateInChinese(until)}已过期，`,
          '过期不影响补发；补发后请在新的期限内落户，不再符合迁入条件的可以在原处恢复户口。',
        )
  },
}

const stubReadable: ReissueRule = {
  id: 'stub-complete',
  title: '存根是否录全',
  citations: ['CF-2.3-M'],
  consequence: 'ask',
  test: (facts) => {
    if (facts.originalSource !== 'stub') return notApplicable
    if (!facts.stubSerial) return unknown('还没有输入存根编号。', 'stubSerial')
    const serial = readStubSerial(facts.stubSerial)
    if (!serial.ok) return unmet('存根编号认不出来。', '请按“蒙2013-00123456”的样子输入。')
    return facts.stubContent
      ? met('存根已录入，提交后由另一位同事核对。')
      : unknown('还没有录入存根内容。', 'stubContent')
  },
}

/** Law of the reissue, in the order in which a clerk would ask. */
export const policy: readonly ReissueRule[] = [
  noPaperInsideTheRegion,
  issuedHere,
  stillStands,
  notLanded,
  landingAsked,
  contentUnchanged,
  grounds,
  stillValid,
  stubReadable,
  {
    id: 'may-apply',
    title: '申请人是否可以申请',
    citations: ['WR-47', 'CC-27', 'CC-165'],
    consequence: 'ask',
    test: (facts, { day }) => mayActForHolder(facts, findOriginalContent(facts)?.persons[0], day),
  },
  {
    id: 'identity-checked',
    title: '申请人身份是否核对',
    citations: ['ID-14'],
    consequence: 'ask',
    test: (facts) => identityVerdict(facts),
  },
]
