import { addYears, dateInChinese } from '../../base/plain-date.ts'
import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { figureInForce, numberInForce } from '../../policy/instruments/index.ts'
import type { Setting } from '../../policy/rule.ts'
import type { SettlementFacts } from './fields.ts'
import { failed, fulfilled, housingOf, lacking, open, type Standing } from './housing.ts'
import { townshipName, townStanding } from './places.ts'

export interface Ground {
  readonly id: string
  readonly name: string
  readonly citations: readonly string[]
  readonly standing: (facts: SettlementFacts, setting: Setting) => Standing
}

const covered = ['spouse', 'child', 'grandchild', 'parent', 'spouse-parent', 'grandparent']

/** A ground for which the head clause's dwelling is needed too. */
function alsoHoused(own: Standing, facts: SettlementFacts, setting: Setting): Standing {
  return own.is === 'met' ? both(own, housingOf(facts, setting)) : own
}

function both(own: Standing, housing: Standing): Standing {
  return housing.is === 'met' ? { ...housing, because: `${own.because}${housing.because}` } : housing
}

function joiningKin(facts: SettlementFacts, setting: Setting): Standing {
  const { joinsKin, kinRelation, kinTownship, livesWithKin, kinProofSeen } = facts
  if (joinsKin === undefined) return open('还没有问是不是投靠亲属。', 'joinsKin')
  if (!joinsKin) return failed('不是投靠亲属。', '')
  if (kinRelation === undefined) return open('还没有问是什么亲属。', 'kinRelation')
  if (!covered.includes(kinRelation)) {
    return failed('兄弟姐妹等亲属不在可以投靠的范围。', '看看有没有别的条件；市内一般迁移另按户主同意办理。')
  }
  if (!kinTownship) return open('还没有填被投靠人的户口在哪里。', 'kinTownship')
  if (townStanding(kinTownship) === 'country') {
    return failed(`被投靠人的户口在${townshipName(kinTownship)}，不是城镇。`, '按一般投靠在乡、苏木落户。')
  }
  if (livesWithKin === undefined) return open('还没有问是否共同居住。', 'livesWithKin')
  if (!livesWithKin) return failed('没有与被投靠人共同居住生活。', '')
  if (kinProofSeen === undefined) return open('还没有核对亲属关系。', 'kinProofSeen')
  if (!kinProofSeen) return lacking('亲属关系还没有核对。', '户口簿、结婚证、出生证有一样能证明即可。')
  return alsoHoused(fulfilled('与亲属共同居住，投靠落户。'), facts, setting)
}

function purchase(facts: SettlementFacts): Standing {
  const { purchase: way, titleSeen, contractSeen, invoiceSeen, legalPaperSeen } = facts
  if (way === undefined) return open('还没有问有没有取得住房。', 'purchase')
  if (way === 'none') return failed('没有购买、受赠或者继承住房。', '')
  if (titleSeen === undefined) return open('还没有看产权证。', 'titleSeen')
  if (titleSeen) return fulfilled('有产权证，不再要合同和发票，不问面积和金额。')
  if (way !== 'bought' && legalPaperSeen) return fulfilled('有受赠、继承的法律文书。')
  if (contractSeen && invoiceSeen) return fulfilled('有购房合同和正式发票。')
  return lacking(
    '还缺能证明取得住房的材料。',
    '产权证，或者购房合同加正式发票；受赠、继承的，法律文书也可以。有一样即可。',
  )
}

function business(facts: SettlementFacts, setting: Setting): Standing {
  const { business: licensed, hukouPlace, creditCodeOnLicence, taxCertificateSeen } = facts
  if (licensed === undefined) return open('还没有问有没有营业执照。', 'business')
  if (!licensed) return failed('没有在当地办营业执照。', '')
  if (!hukouPlace) return open('还没有填现在的户口在哪里。', 'hukouPlace')
  if (!isInsideInnerMongolia(hukouPlace.region)) {
    return failed('投资经商只适用于自治区内的人员。', '可以按购房、租住投靠、人才等条件申请。')
  }
  if (creditCodeOnLicence === undefined) return open('还没有看执照上的代码。', 'creditCodeOnLicence')
  const taxed = (creditCodeOnLicence && setting.options['tax-certificate-merged']) || taxCertificateSeen
  if (!taxed) return lacking('还没有看到税务登记证。', '请带税务登记证；新执照上有统一社会信用代码的不用。')
  return alsoHoused(fulfilled('有营业执照，不问投资额和纳税额。'), facts, setting)
}

function talent(facts: SettlementFacts, setting: Setting): Standing {
  const { talent: kind, schoolInRegion, talentProofSeen } = facts
  if (kind === undefined) return open('还没有问是不是人才。', 'talent')
  if (kind === 'none') return failed('不属于人才一类。', '')
  if (kind === 'secondary-graduate') {
    if (schoolInRegion === undefined) return open('还没有问学校在哪里。', 'schoolInRegion')
    if (!schoolInRegion) {
      return failed('中职毕业生只限自治区内的学校。', '有技术等级证书或者职业资格证书的，改选那一项。')
    }
  }
  const inTime = graduatedInTime(facts, setting)
  if (inTime.is !== 'met') return inTime
  if (talentProofSeen === undefined) return open('还没有看证书或者证明。', 'talentProofSeen')
  return talentProofSeen
    ? fulfilled(`${inTime.because}属于人才，不看住所、工作和社会保险。`)
    : lacking('还没有看到证书、调令或者单位证明。', '请带其中一样。')
}

function graduatedInTime({ talent: kind, graduatedOn }: SettlementFacts, setting: Setting): Standing {
  if (kind !== 'graduate' && kind !== 'secondary-graduate') return fulfilled('')
  if (!graduatedOn) return open('还没有填毕业日期。', 'graduatedOn')
  const years = numberInForce('graduate-years', setting.day)
  const anniversary = addYears(graduatedOn, years)
  const within = setting.options['graduate-fifth-anniversary'] === 'within'
  if (setting.day < anniversary || (within && setting.day === anniversary)) {
    return fulfilled(`${dateInChinese(graduatedOn)}毕业，未满${years}年。`)
  }
  return failed(
    `毕业到${dateInChinese(anniversary)}已满${years}年。`,
    '有职业资格、住房或者投靠等别的条件的，按别的条件申请。',
  )
}

function stock(facts: SettlementFacts, setting: Setting): Standing {
  const { ruralMigrant, wholeFamily } = facts
  if (ruralMigrant === undefined) return open('还没有问是不是农牧业转移人口。', 'ruralMigrant')
  if (!ruralMigrant) return failed('不是农牧业转移人口。', '')
  const residence = employedAndResident(facts, setting)
  if (setting.options['stock-requires-both']) {
    if (wholeFamily === undefined) return open('还没有问是不是举家迁来。', 'wholeFamily')
    return wholeFamily ? residence : failed('不是举家迁来。', '')
  }
  if (wholeFamily) return fulfilled('举家迁来，不看住所、工作合同和社会保险。')
  return residence
}

/** The years that the rules of the day ask for: three by the notice, none since the Region opened its towns. */
function employedAndResident({ urbanJob, residesSince }: SettlementFacts, setting: Setting): Standing {
  if (urbanJob === undefined) return open('还没有问是否在城镇就业。', 'urbanJob')
  if (!urbanJob) return failed('没有在城镇就业，也不是举家迁来。', '')
  if (!residesSince) return open('还没有填从哪天起连续居住。', 'residesSince')
  const { value: years, clause } = figureInForce('stock-residence-years', setting.day)
  const ruleSet = clause === 'CF-2.1.2' ? '2016年通知的规定' : '自治区放开年限后的规定'
  if (addYears(residesSince, years) <= setting.day) {
    return fulfilled(`按${ruleSet}，城镇就业并连续居住，不看住所、合同和社会保险。`)
  }
  return failed(
    `按${ruleSet}，连续居住要满${years}年，到${dateInChinese(addYears(residesSince, years))}才满。`,
    '可以按购房、租住投靠、人才等条件申请。',
  )
}

/** The five grounds of 二(一); any one of them is enough and all are always tested. */
export const grounds: readonly Ground[] = [
  { id: 'joining-kin', name: '投靠', citations: ['CF-2.1.1(1)', 'CF-2.1.1-H'], standing: joiningKin },
  { id: 'purchase', name: '购房', citations: ['CF-2.1.1(2)'], standing: purchase },
  { id: 'business', name: '投资经商', citations: ['CF-2.1.1(3)', 'OL-50'], standing: business },
  { id: 'talent', name: '人才', citations: ['CF-2.1.1(4)a', 'CF-2.1.1(4)b'], standing: talent },
  { id: 'stock', name: '存量', citations: ['CF-2.1.2', 'IM-2020-OPEN'], standing: stock },
]
