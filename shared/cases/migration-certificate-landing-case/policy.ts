import { dateInChinese, type PlainDate } from '../../base/plain-date.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import type { CertificatePerson } from '../../register/certificate.ts'
import { identityVerdict, mayActForHolder } from '../certificate-applicant.ts'
import type { LandingFacts } from './fields.ts'
import { deceasedOf, readPresentedSerial } from './presented.ts'

/** Law of landing a certificate that is presented here. */
export const policy: readonly Rule<LandingFacts>[] = [
  {
    id: 'number-readable',
    title: '证件编号是否认得出',
    citations: ['HR-13'],
    consequence: 'ask',
    test: ({ presentedSerial }) => {
      if (!presentedSerial) return unknown('还没有输入编号。', 'presentedSerial')
      return readPresentedSerial(presentedSerial).ok
        ? met('编号完整。')
        : unmet('编号认不出来。', '请按“辽2026-00123456”的样子输入。')
    },
  },
  {
    id: 'destination-is-here',
    title: '迁往地址是不是本地',
    citations: ['HR-13', 'WR-8'],
    consequence: 'refer',
    test: ({ presentedContent }, { stationCode, stationName }) => {
      if (!presentedContent) return unknown('还没有录入证上内容。', 'presentedContent')
      const { region, regionName } = presentedContent.destination
      return region === stationCode.slice(0, 6)
        ? met(`迁往${regionName}，归${stationName}所在地管辖。`)
        : unmet(`证上迁往${regionName}，不在本地。`, '请申请人到证上写的迁入地派出所办理。')
    },
  },
  {
    id: 'within-validity',
    title: '是否还在有效期内',
    citations: ['MC-1', 'WR-47'],
    consequence: 'refer',
    test: ({ validUntil, issuingOffice }, { day }) => {
      if (!validUntil) return unknown('还没有填有效期。', 'validUntil')
      return day <= validUntil
        ? met(`有效期到${dateInChinese(validUntil)}。`)
        : unmet(
            `${dateInChinese(validUntil)}已经过期。`,
            `请到签发机关${issuingOffice ?? ''}换发后再来落户。`,
          )
    },
  },
  {
    id: 'legible',
    title: '字迹、盖章是否完好',
    citations: ['WR-47'],
    consequence: 'refer',
    test: ({ legible, issuingOffice }) => {
      if (legible === undefined) return unknown('还没有查看证面。', 'legible')
      return legible
        ? met('证面完好。')
        : unmet(
            '证面看不清或者有涂改。',
            `请退回签发机关${issuingOffice ?? ''}换发后再来落户；原证由申请人带回交给签发机关。`,
          )
    },
  },
  {
    id: 'persons-match',
    title: '人数是否一致',
    citations: ['WR-43'],
    consequence: 'refer',
    test: ({ personsMatch, issuingOffice }) => {
      if (personsMatch === undefined) return unknown('还没有核对人数。', 'personsMatch')
      return personsMatch
        ? met('人数一致。')
        : unmet('证上人数与骑缝处不一致。', `请退回签发机关${issuingOffice ?? ''}核对换发。`)
    },
  },
  {
    id: 'head-consents',
    title: '户主是否同意',
    citations: ['HR-6'],
    consequence: 'ask',
    test: ({ household, headConsents }) => {
      if (household === undefined) return unknown('还没有选落在哪一户。', 'household')
      if (household === 'new') return notApplicable
      if (headConsents === undefined) return unknown('还没有问户主。', 'headConsents')
      return headConsents
        ? met('户主同意。')
        : unmet('户主不同意落在这一户。', '可以在合法住所新立一户，或者落在社区集体户。')
    },
  },
  {
    id: 'deaths-stated',
    title: '证上去世的人是否说清',
    citations: ['WR-32', 'WR-31'],
    consequence: 'ask',
    test: ({ deaths = [], presentedContent }, { day }) => {
      if (deaths.length === 0) return notApplicable
      if (!presentedContent) return unknown('还没有录入证上内容。', 'presentedContent')
      return deathsVerdict(deaths, presentedContent.persons, day)
    },
  },
  {
    id: 'may-apply',
    title: '申请人是否可以申请',
    citations: ['HR-13', 'CC-27', 'CC-165'],
    consequence: 'ask',
    test: (facts, { day }) =>
      mayActForHolder(
        facts,
        { persons: facts.presentedContent?.persons ?? [], deceased: deceasedOf(facts) },
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

function deathsVerdict(
  deaths: NonNullable<LandingFacts['deaths']>,
  persons: readonly CertificatePerson[],
  day: PlainDate,
): Verdict {
  for (const { name, diedOn, proofSeen } of deaths) {
    if (!name || !diedOn || proofSeen === undefined) return unknown('去世的人没有填全。', 'deaths')
    const person = persons.find((each) => each.name === name)
    if (!person) return unmet(`证上没有${name}。`, '请对照证面写去世的人的姓名。')
    if (diedOn > day || diedOn < person.birthDate) {
      return unmet(`${name}的死亡日期${dateInChinese(diedOn)}不对。`, '请对照死亡证明改正日期。')
    }
    if (!proofSeen) {
      return unmet(`没有看到${name}的死亡证明。`, '请带医院的死亡证明、火化证明或者居（村）委会的证明。')
    }
  }
  return met('迁入和死亡一起登记，不用到迁出地再办。')
}
