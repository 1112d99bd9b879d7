import { householdKey } from '../../people/household.ts'
import type { RecordKey } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import { collectiveCover } from '../collective/cover-paper.ts'
import { countyDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { examples } from './examples.ts'
import { fields, pages, type CollectiveFoundingFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 设立集体户 (赤政发〔2016〕50号, 二(二); 公通字〔2021〕12号, clauses 14, 15 and 18). */
export const collectiveHouseholdFounding = defineCaseType<CollectiveFoundingFacts>({
  id: 'collective-household-founding',
  name: '设立集体户',
  group: 'collective',
  summary: '单位、学校、社区申请设集体户，指定户主和协管员，由公安机关核准。',
  keywords: ['集体户', '设立', '立户', '单位', '社区', '学校', 'jth', 'sl'],
  fields,
  form: pages,
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: [collectiveCover(foundedKeys)],
  deadline: countyDecision,
  decidedBy,
  examples,
  subject: ({ unitName }) => unitName ?? '',
  holder: ({ unitName, creditCode }) => ({ name: unitName ?? '申请单位', citizenId: creditCode ?? '' }),
  rightOffice: ({ address }) => `${address?.regionName ?? ''}集体户地址所在的派出所`,
})

/** The act writes the number that it gave onto the case. */
function foundedKeys({ form }: CaseFile): RecordKey[] {
  const number = form['householdNumber']
  return typeof number === 'string' ? [householdKey(number)] : []
}
