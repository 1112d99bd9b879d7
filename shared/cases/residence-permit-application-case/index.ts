import type { Deadline } from '../case-type.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantPage } from '../person-applicant.ts'
import { examples } from './examples.ts'
import { fields, type PermitApplicationFacts } from './fields.ts'
import { barredBy, forbidden, materials } from './materials.ts'
import { papers } from './papers.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

const deadline = (): Deadline => ({ workingDays: 15, basis: '居住证暂行条例第九条；交通不便的可以到三十日' })

/** 居住证申领 (居住证暂行条例; 公通字〔2021〕12号, clauses 63 to 69; 赤政发〔2016〕50号, 三(二)). */
export const residencePermitApplication = defineCaseType<PermitApplicationFacts>({
  id: 'residence-permit-application',
  name: '居住证申领',
  group: 'permits',
  summary: '离开户口所在旗县区居住满半年，有就业、住所或者就读其中一样的，申领居住证。',
  keywords: ['居住证', '申领', '暂住', 'jzz', 'sl'],
  fields,
  form: [
    {
      title: '申领人',
      fields: ['personName', 'nationality', 'citizenId', 'sex', 'birthDate', 'ethnicGroup', 'hukouPlace'],
    },
    { title: '居住', fields: ['residencePlace', 'residesSince', 'ground', 'groundProof'] },
    { title: '谁来申请', fields: personApplicantPage },
  ],
  policy,
  materials,
  forbidden,
  barredBy,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers,
  deadline,
  decidedBy,
  examples,
  subject: ({ personName }) => personName ?? '',
  holder: ({ personName, citizenId }) => ({ name: personName ?? '申请人', citizenId: citizenId ?? '' }),
  rightOffice: ({ nationality, residencePlace }) => {
    if (nationality === 'foreigner') return '公安机关出入境管理部门'
    if (nationality === 'hong-kong-macao-taiwan') return '居住地旗县区公安局'
    return `${residencePlace?.regionName ?? '居住地'}派出所`
  },
})
