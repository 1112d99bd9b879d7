import { dateInChinese } from '../../base/plain-date.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { endorsementOn, type Endorsement } from '../../register/permit-years.ts'
import { applicantRules } from '../person-applicant.ts'
import type { PermitServiceFacts } from './fields.ts'

type ServiceRule = Rule<PermitServiceFacts>

/** The endorsement that this day would bring; undefined while the permit or the service is not known. */
export function endorsementFor(facts: PermitServiceFacts, day: string): Endorsement | undefined {
  const { service, permit } = facts
  if (service !== 'endorse' || !permit?.usableUntil || !permit.yearsCountFrom) return undefined
  const { usableUntil, yearsCountFrom } = permit
  return endorsementOn(
    { usableUntil, yearsCountFrom },
    day,
    numberInForce('residence-permit-endorsement', day),
  )
}

const permitKnown: ServiceRule = {
  id: 'permit-in-use',
  title: '居住证在不在用',
  citations: ['RP-10', 'WR-70'],
  consequence: 'refuse',
  test: ({ permit }) => {
    if (!permit) return unknown('还没有选居住证。', 'permit')
    return permit.state === 'cancelled' || permit.state === 'replaced'
      ? unmet('这张居住证已经注销或者换掉了。', '还住在这里的，重新申领居住证。')
      : met('居住证没有注销。')
  },
}

const notTooEarly: ServiceRule = {
  id: 'not-too-early',
  title: '到了签注的时候没有',
  citations: ['WR-70', 'RP-10'],
  consequence: 'refuse',
  test: (facts, { day }) => {
    const endorsement = endorsementFor(facts, day)
    if (!endorsement) return notApplicable
    return endorsement.kind === 'early'
      ? unmet('还没有到签注的时候。', `从${dateInChinese(endorsement.from)}起、满一年前的一个月里来签注。`)
      : met('可以签注。')
  },
}

const inTime: ServiceRule = {
  id: 'endorsed-in-time',
  title: '签注晚了没有',
  citations: ['WR-70', 'RP-10'],
  consequence: 'warn',
  test: (facts, { day }) => {
    const endorsement = endorsementFor(facts, day)
    if (!endorsement || endorsement.kind === 'early') return notApplicable
    return endorsement.kind === 'in-time'
      ? met(`按时签注，可以用到${dateInChinese(endorsement.until)}，居住年限接着算。`)
      : unmet(
          '过了期限才来，居住证的使用已经中止。',
          `补办签注以后恢复使用，可以用到${dateInChinese(endorsement.until)}；居住年限从${dateInChinese(endorsement.yearsCountFrom)}重新算起。`,
        )
  },
}

const residesHere: ServiceRule = {
  id: 'still-resides',
  title: '还住不住在这里',
  citations: ['RP-10', 'RP-2'],
  consequence: 'refuse',
  test: ({ service, stillResides }) => {
    if (service !== 'endorse') return notApplicable
    if (stillResides === undefined) return unknown('还没有问还住不住在这里。', 'stillResides')
    return stillResides
      ? met('还住在这里。')
      : unmet('已经不住在这里，或者就业、住所、就读都没有了。', '在新的地方住满半年可以在那里申领。')
  },
}

const insideTheCounty: ServiceRule = {
  id: 'moved-inside-the-county',
  title: '新住址还在不在本旗县区',
  citations: ['WR-71'],
  consequence: 'route',
  test: ({ service, newResidence }, { stationCode }) => {
    if (service !== 'address') return notApplicable
    if (!newResidence) return unknown('还没有填新的居住地。', 'newResidence')
    return newResidence.region === stationCode.slice(0, 6)
      ? met('在本旗县区内，变更登记即可，不换证。')
      : unmet(`搬到了${newResidence.regionName}。`, '出了本市县的，到新居住地登记，住满半年在那里申领。')
  },
}

const atTheFirstDesk: ServiceRule = {
  id: 'where-it-was-accepted',
  title: '是不是原来申领的地方',
  citations: ['WR-72', 'WR-73', 'RP-11'],
  consequence: 'refer',
  test: ({ service, acceptedHere }) => {
    if (service !== 'exchange' && service !== 'replace') return notApplicable
    if (acceptedHere === undefined) return unknown('还没有问在哪里申领的。', 'acceptedHere')
    return acceptedHere
      ? met('是在本所申领的。')
      : unmet('不是在本所申领的。', '请到原来受理的派出所或者社区服务机构换领、补领。')
  },
}

const oldGivenBack: ServiceRule = {
  id: 'old-permit-returned',
  title: '原证交回了没有',
  citations: ['RP-11', 'WR-72'],
  consequence: 'ask',
  test: ({ service, oldReturned, cancelReason }) => {
    const isGone = service === 'cancel' && cancelReason !== 'settled' && cancelReason !== 'left'
    if ((service !== 'exchange' && service !== 'cancel') || isGone) return notApplicable
    if (oldReturned === undefined) return unknown('还没有问原证。', 'oldReturned')
    return oldReturned
      ? met('原证已交回。')
      : unmet('原证还没有交回。', '请带原证来；找不到的按丢失补领，注销的写一个说明。')
  },
}

const feeSaid: ServiceRule = {
  id: 'fee-as-the-law-says',
  title: '收不收费',
  citations: ['RP-21'],
  consequence: 'warn',
  test: ({ service }) => {
    if (service === undefined) return unknown('还没有问办什么。', 'service')
    return service === 'exchange' || service === 'replace'
      ? unmet('换领、补领收工本费。', '照价目收，开票据；首次申领和签注都不收费。')
      : met('签注、变更、注销不收费。')
  },
}

export const policy: readonly ServiceRule[] = [
  permitKnown,
  atTheFirstDesk,
  notTooEarly,
  residesHere,
  inTime,
  insideTheCounty,
  oldGivenBack,
  feeSaid,
  ...applicantRules<PermitServiceFacts>({
    subjectOf: () => undefined,
    agentWillDo: true,
  }).filter(({ id }) => id !== 'subject-alive'),
]
