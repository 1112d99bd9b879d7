import { dateInChinese } from '../../base/plain-date.ts'
import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { residencePermitKey } from '../../register/residence-permit.ts'
import type { CaseFile } from '../case-file.ts'
import type { Deadline, Material } from '../case-type.ts'
import { onTheSpot } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { permitRecordPaper } from '../residence-permit-papers.ts'
import { examples } from './examples.ts'
import { fields, pages, type PermitServiceFacts } from './fields.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

const cardDays = (): Deadline => ({ workingDays: 15, basis: '居住证暂行条例第九条；交通不便的可以到三十日' })

const permitKeys = ({ form }: CaseFile) => {
  const { permit } = form as PermitServiceFacts
  return permit ? [residencePermitKey(permit.number)] : []
}

function materials(facts: PermitServiceFacts): Material[] {
  const { service, permit } = facts
  const until = permit?.usableUntil ? `使用到${dateInChinese(permit.usableUntil)}` : ''
  const card: Material = { id: 'permit', name: '居住证', citation: 'WR-70', from: 'resident', note: until }
  const record: Material = {
    id: 'residence-registration',
    name: '居住登记',
    citation: 'WR-66',
    from: 'records',
    note: '由本所查，不要群众开证明',
  }
  return [...personApplicantMaterials(facts), ...(service === 'replace' ? [] : [card]), record]
}

/** 居住证签注、变更、换补领、注销 (居住证暂行条例, clauses 10, 11, 15, 21; 公通字〔2021〕12号, clauses 70 to 73). */
export const residencePermitService = defineCaseType<PermitServiceFacts>({
  id: 'residence-permit-service',
  name: '居住证签注、变更、换补、注销',
  group: 'permits',
  summary: '一年一签注；搬家变更，损坏换领，丢失补领，户口迁来注销。',
  keywords: ['居住证', '签注', '变更', '换领', '补领', '丢失', '注销', 'jzz', 'qz', 'bl'],
  fields,
  form: pages,
  policy,
  materials,
  forbidden: forbiddenFor('residence-permit'),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: [permitRecordPaper(permitKeys)],
  deadline: ({ service }) => (service === 'exchange' || service === 'replace' ? cardDays() : onTheSpot()),
  decidedBy,
  examples,
  subject: ({ permit }) => permit?.holderName ?? '',
  holder: ({ permit }) => ({ name: permit?.holderName ?? '持证人', citizenId: permit?.citizenId ?? '' }),
  rightOffice: ({ service, newResidence }) =>
    service === 'address' ? `${newResidence?.regionName ?? '新居住地'}派出所` : '原来受理居住证的派出所',
})
