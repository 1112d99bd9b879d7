import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { countyDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { examples } from './examples.ts'
import { fields, type ReclassificationFacts } from './fields.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 城乡分类变动: a committee counts otherwise from a day on, and no earlier report changes (赤政发〔2016〕50号, 三(一)). */
export const localityReclassification = defineCaseType<ReclassificationFacts>({
  id: 'locality-reclassification',
  name: '城乡分类变动',
  group: 'register',
  summary: '村改居、划入城区的，从生效的日子起换统计分类，不改任何人的户口。',
  keywords: ['城乡分类', '村改居', '统计', '区划', 'cxfl'],
  fields,
  form: [{ title: '居（村）委会', fields: Object.keys(fields) }],
  policy,
  materials: () => [
    { id: 'document', name: '统计部门的区划代码文件或者政府批复', citation: 'CF-3.1', from: 'records' },
  ],
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: [],
  deadline: countyDecision,
  decidedBy,
  examples,
  subject: ({ localityName }) => localityName ?? '',
  holder: ({ localityName, localityCode }) => ({
    name: localityName ?? '居（村）委会',
    citizenId: localityCode ?? '',
  }),
  rightOffice: () => '居（村）委会所在地派出所',
})
