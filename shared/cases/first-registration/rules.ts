import { dateInChinese } from '../../base/plain-date.ts'
import { contradictions } from '../../people/citizen-id.ts'
import { relationKind, relationSexFault } from '../../people/kinship.ts'
import { checkPersonName } from '../../people/person-name.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import type { FirstRegistrationFacts } from './fields.ts'

type FirstRule = Rule<FirstRegistrationFacts>

/** The collective households into which people without kin are taken. */
const collectiveOf = { community: 'community', welfare: 'welfare' } as const

const nameFits: FirstRule = {
  id: 'name-fits',
  title: '姓名能不能登记',
  citations: ['WR-51', 'IP-33'],
  consequence: 'ask',
  test: ({ personName }) => {
    if (!personName) return unknown('还没有填姓名。', 'personName')
    const checked = checkPersonName(personName)
    return checked.ok
      ? met('姓名可以登记。')
      : unmet(checked.refusals.map(({ message }) => message).join(''), '请照本人的证件或者陈述改正。')
  },
}

const bornBefore: FirstRule = {
  id: 'born-before-today',
  title: '出生日期对不对',
  citations: ['CC-15', 'WR-9'],
  consequence: 'ask',
  test: ({ personBirthDate }, { day }) => {
    if (!personBirthDate) return unknown('还没有填出生日期。', 'personBirthDate')
    return personBirthDate <= day
      ? met(`${dateInChinese(personBirthDate)}出生。`)
      : unmet(`出生日期${dateInChinese(personBirthDate)}还没有到。`, '请核对年、月、日，是不是月和日写反了。')
  },
}

const usedNumberAgrees: FirstRule = {
  id: 'used-number-agrees',
  title: '用过的号码与出生日期、性别是否一致',
  citations: ['ID-3', 'GB-11643'],
  consequence: 'hold',
  test: ({ usedNumber, personBirthDate, personSex }) => {
    if (!usedNumber) return notApplicable
    const faults = contradictions({
      citizenId: usedNumber,
      ...(personBirthDate ? { birthDate: personBirthDate } : {}),
      ...(personSex ? { sex: personSex } : {}),
    })
    return faults.length === 0
      ? met('一致，登记以后还用这个号码。')
      : unmet(
          faults.map(({ message }) => message).join(''),
          '请查清这个号码是不是编给本人的；不是的，把这一栏空着，另行编号。',
        )
  },
}

const hostRegistered: FirstRule = {
  id: 'host-registered-here',
  title: '所随的人户口在不在本所',
  citations: ['CF-2.3-O', 'HR-6'],
  consequence: 'refer',
  test: ({ follows, host }) => {
    if (follows === undefined) return unknown('还没有问随谁登记。', 'follows')
    if (follows === 'community' || follows === 'welfare') return notApplicable
    if (!host) return unknown('还没有选所随的人。', 'host')
    if (host.status === 'registered' && host.personId) return met(`${host.name}在本所登记。`)
    return host.personId
      ? unmet(`${host.name}已经不在本所登记。`, '请改随别的亲属；都没有的，落在社区集体户。')
      : unmet(`${host.name}的户口不在本所。`, '请到所随的人户口所在地派出所申请，本所开去处告知单。')
  },
}

const kinshipProven: FirstRule = {
  id: 'kinship-proven',
  title: '与所随的人的关系有没有证明',
  citations: ['CF-2.3-O', 'ST-21'],
  consequence: 'investigate',
  test: ({ follows, kinshipSeen }) => {
    if (follows === undefined || follows === 'community' || follows === 'welfare' || follows === 'carer')
      return notApplicable
    if (kinshipSeen === undefined) return unknown('还没有核对与所随的人的关系。', 'kinshipSeen')
    return kinshipSeen
      ? met('关系已经核对。')
      : unmet('与所随的人的关系还没有证明。', '本所档案能查到的由民警查；查不到的走访，或者做亲缘鉴定。')
  },
}

const householdFits: FirstRule = {
  id: 'household-fits',
  title: '那一户能不能落',
  citations: ['CF-2.2', 'WR-14', 'WR-27'],
  consequence: 'ask',
  test: ({ follows, host, household }) => {
    if (follows === undefined) return unknown('还没有问随谁登记。', 'follows')
    if (!household) return unknown('还没有选落在哪一户。', 'household')
    if (household.withdrawnOn) return unmet(`户号${household.number}已经撤了。`, '请改选别的户，或者先立户。')
    if (follows === 'community' || follows === 'welfare') {
      return household.collectiveKind === collectiveOf[follows]
        ? met('落在集体户。')
        : unmet(
            `户号${household.number}不是${follows === 'community' ? '社区' : '福利机构'}集体户。`,
            '请从集体户里重新选。',
          )
    }
    return host?.householdNumber === undefined || host.householdNumber === household.number
      ? met('落在所随的人那一户。')
      : unmet(`${host.name}不在户号${household.number}这一户。`, `请选户号${host.householdNumber}。`)
  },
}

const headConsents: FirstRule = {
  id: 'head-consents',
  title: '户主同不同意',
  citations: ['HR-5', 'SC96-0'],
  consequence: 'ask',
  test: ({ follows, headConsents: consents }) => {
    if (follows === undefined || follows === 'community' || follows === 'welfare') return notApplicable
    if (consents === undefined) return unknown('还没有问户主同不同意。', 'headConsents')
    return consents
      ? met('户主同意。')
      : unmet('户主不同意落在这一户。', '户主不同意不影响登记户口：请改随别的亲属，或者落在社区集体户。')
  },
}

const relationFits: FirstRule = {
  id: 'relation-fits',
  title: '与户主关系对不对',
  citations: ['HR-5', 'WR-14'],
  consequence: 'ask',
  test: ({ follows, relationToHead, personSex }) => {
    if (!relationToHead) return unknown('还没有填与户主关系。', 'relationToHead')
    const fault = personSex ? relationSexFault(relationToHead, personSex) : undefined
    if (fault) return unmet(fault.message, '请按本人的性别重选。')
    const kind = relationKind(relationToHead)
    if (follows === 'carer' && kind !== 'non-kin')
      return unmet('收养办好以前，孩子在抚养人户里按非亲属登记。', '请把与户主关系选成“非亲属”。')
    return kind === 'head'
      ? unmet(
          '这一户已经立着，新登记的人不能直接当户主。',
          '请选与现在户主的关系；要自立一户的，登记以后另办立户。',
        )
      : met('关系可以登记。')
  },
}

/** What every first registration has to settle about the person and the household. */
export function firstRegistrationRules<Facts extends FirstRegistrationFacts>(): readonly Rule<Facts>[] {
  return [
    nameFits,
    bornBefore,
    usedNumberAgrees,
    hostRegistered,
    kinshipProven,
    householdFits,
    headConsents,
    relationFits,
  ]
}
