import type { Deadline } from '../case-type.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantPage } from '../person-applicant.ts'
import { examples } from './examples.ts'
import { fields, type RestorationFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** Ten working days where something has to be looked into; the figure is another place's practice. */
const deadline = (): Deadline => ({ workingDays: 10, basis: '外地恢复户口需核查事项的做法，可由市局调整' })

/** 恢复户口: a cancelled registration is taken up again with its original number (赤政发〔2016〕50号, 二(三)). */
export const restoration = defineCaseType<RestorationFacts>({
  id: 'restoration',
  name: '恢复户口',
  group: 'without-hukou',
  summary: '长期外出等原因被注销户口的，查明没有在别处落户后恢复，用原来的号码。',
  keywords: ['恢复', '恢复户口', '注销', '长期外出', '误报死亡', 'hf', 'hfhk', 'zx'],
  fields,
  form: [
    {
      title: '原来的户口',
      fields: [
        'cancelledAt',
        'cancellingOffice',
        'basis',
        'person',
        'personName',
        'personSex',
        'personBirthDate',
        'personEthnicGroup',
        'personCitizenId',
        'evidence',
      ],
    },
    {
      title: '注销的原因',
      fields: [
        'cause',
        'judgmentRevoked',
        'cameInPerson',
        'certificateWay',
        'graduate',
        'homeIsHere',
        'homeOffice',
      ],
    },
    { title: '恢复在哪里', fields: ['place', 'household', 'headConsents', 'relationToHead'] },
    { title: '申请人', fields: personApplicantPage },
    {
      title: '民警核查',
      fields: [
        'elsewhereCheck',
        'elsewherePlace',
        'numberCheck',
        'comparisonResult',
        'comparisonOn',
        'comparisonHit',
      ],
    },
  ],
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: [],
  deadline,
  decidedBy,
  examples,
  subject: ({ person, personName }) => person?.name ?? personName ?? '',
  holder: ({ person, personName, personCitizenId }) => ({
    name: person?.name ?? personName ?? '申请人',
    citizenId: person?.citizenId ?? personCitizenId ?? '',
  }),
  rightOffice: ({ cancelledAt, cancellingOffice, homeIsHere, homeOffice }) => {
    if (cancelledAt !== 'here') return cancellingOffice ?? '注销户口的派出所'
    return homeIsHere === false ? (homeOffice ?? '原籍派出所') : '办理上述手续的机关'
  },
})
