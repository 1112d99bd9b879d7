import type { Setting } from '../../policy/rule.ts'
import type { SettlementFacts } from './fields.ts'
import { housingOf } from './housing.ts'
import { allOf, failed, fulfilled, lacking, open, type Standing } from './standing.ts'
import { isOfTheRegion } from './way.ts'

/** 购房, 二(一)1(2): title, or contract and invoice; for a gift or an inheritance the legal paper in place of those. */
export function purchase(facts: SettlementFacts): Standing {
  if (facts.purchase === undefined) return open('还没有问有没有取得住房。', 'purchase')
  if (facts.purchase === 'none') return failed('没有取得住房所有权。', '')
  return allOf(ownership(facts), acquisition(facts))
}

function ownership({ ownName }: SettlementFacts): Standing {
  if (ownName === undefined) return open('还没有问所有权人是不是本人。', 'ownName')
  return ownName
    ? fulfilled('')
    : failed('房屋不在申请人名下。', '由所有权人按购房申请，申请人是其近亲属并同住的，一并随迁。')
}

function acquisition({ purchase: way, titleSeen, ...seen }: SettlementFacts): Standing {
  if (titleSeen) return fulfilled('本人名下有产权证，不再要合同和发票，不问面积和金额。')
  const { contractSeen, invoiceSeen, legalPaperSeen } = seen
  if (way === 'bought') {
    if (contractSeen && invoiceSeen) return fulfilled('有购房合同和正式发票，不问面积和金额。')
    if (titleSeen === undefined) return open('还没有看产权证，或者合同和发票。', 'titleSeen')
    if (contractSeen === undefined) return open('还没有看购房合同。', 'contractSeen')
    if (invoiceSeen === undefined) return open('还没有看正式发票。', 'invoiceSeen')
    const absent = contractSeen ? '缺正式发票' : invoiceSeen ? '缺购房合同' : '合同和发票都没有'
    return lacking(
      `没有产权证，${absent}。`,
      '请带购房合同和正式发票；或者只带产权证（房产证、不动产权证书）。两种有一种即可。',
    )
  }
  if (legalPaperSeen) return fulfilled('有取得住房的法律文书，不要购房合同和发票。')
  if (titleSeen === undefined) return open('还没有看产权证。', 'titleSeen')
  if (legalPaperSeen === undefined) return open('还没有看取得住房的法律文书。', 'legalPaperSeen')
  return lacking(
    '还没有看到取得住房的材料。',
    '产权证，或者赠与、继承、建房、安置、裁判的法律文书，有一样即可；不要购房合同和发票。',
  )
}

/** 投资经商, 二(一)1(3): a licence and tax registration, for people of the Region; no capital, no tax paid. */
export function business(facts: SettlementFacts, setting: Setting): Standing {
  if (facts.business === undefined) return open('还没有问有没有营业执照。', 'business')
  if (!facts.business) return failed('没有在当地办营业执照。', '')
  return allOf(ofTheRegion(facts), taxRegistered(facts, setting), housingOf(facts, setting))
}

function ofTheRegion(facts: SettlementFacts): Standing {
  const inside = isOfTheRegion(facts)
  if (inside === undefined) return open('还没有填现在的户口在哪里。', 'hukouPlace')
  return inside
    ? fulfilled('')
    : failed(
        '投资经商一条只适用于户口在自治区内的人员。',
        '可以按购房、投靠（自有或者租住都行）、人才、存量申请；自治区以后放宽的，按新的办。',
      )
}

function taxRegistered(
  { creditCodeOnLicence, taxCertificateSeen }: SettlementFacts,
  { options }: Setting,
): Standing {
  const merged = creditCodeOnLicence === true && options['tax-certificate-merged']
  if (merged) return fulfilled('营业执照上有统一社会信用代码，同时算税务登记，不问投资额和纳税额。')
  if (taxCertificateSeen) return fulfilled('有营业执照和税务登记证，不问投资额和纳税额。')
  if (creditCodeOnLicence === undefined) return open('还没有看执照上的代码。', 'creditCodeOnLicence')
  if (taxCertificateSeen === undefined) return open('还没有看税务登记证。', 'taxCertificateSeen')
  return lacking('还没有看到税务登记证。', '请带税务登记证；换成有统一社会信用代码的执照的，不用。')
}
