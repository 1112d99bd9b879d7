import type { Example } from '../case-type.ts'
import { complete, day, lost } from './example-facts.ts'

/** The number, the household and the applicant. */
export const examplesOfParticulars: readonly Example[] = [
  {
    name: '旧号码抄错一位',
    day,
    facts: { ...lost, personCitizenId: '150499196509120019' },
    conclusion: 'ask',
    unmet: ['number-readable'],
  },
  {
    name: '号码里的出生日期与登记不同：照原样恢复，提醒更正',
    day,
    facts: { ...complete, person: { ...complete.person, birthDate: '1965-12-09' } },
    conclusion: 'ready',
    unmet: ['number-fits-items'],
  },
  {
    name: '原来的户还在，想落到亲属的户',
    day,
    facts: { ...complete, place: 'kin', headConsents: true },
    conclusion: 'ask',
    unmet: ['original-first'],
  },
  {
    name: '户撤了，房子还在：连户一起恢复',
    day,
    facts: {
      ...complete,
      originalHousehold: 'home-remains',
      household: { ...complete.household, withdrawnOn: '2006-05-10' },
    },
    conclusion: 'ready',
  },
  {
    name: '原来的户没有了，亲属的户主同意',
    day,
    facts: {
      ...complete,
      originalHousehold: 'gone',
      place: 'kin',
      household: { number: '000456', householdKind: 'family' },
      headConsents: true,
    },
    conclusion: 'ready',
  },
  {
    name: '亲属的户，户主不同意',
    day,
    facts: {
      ...complete,
      originalHousehold: 'gone',
      place: 'kin',
      household: { number: '000456', householdKind: 'family' },
      headConsents: false,
    },
    conclusion: 'ask',
    unmet: ['head-consents'],
  },
  {
    name: '选的不是原来的那一户',
    day,
    facts: { ...complete, household: { number: '000456', householdKind: 'family' } },
    conclusion: 'ask',
    unmet: ['same-household'],
  },
  {
    name: '选社区集体户，拿的却是家庭户',
    day,
    facts: { ...complete, originalHousehold: 'gone', place: 'community' },
    conclusion: 'ask',
    unmet: ['household-fits'],
  },
  {
    name: '受托人来申请：要本人采集人像指纹',
    day,
    facts: {
      ...complete,
      applicantKind: 'agent',
      applicantName: '样受托',
      applicantCitizenId: '150499198001010019',
      letterOfAuthority: true,
      bothIdentityCards: true,
    },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '身份没有核对清楚',
    day,
    facts: { ...complete, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
]
