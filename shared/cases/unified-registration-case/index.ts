import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { onTheSpot } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { examples } from './examples.ts'
import { fields, type UnificationFacts } from './fields.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 户别统一登记: one kind of hukou for everybody (赤政发〔2016〕50号, 三(一)). */
export const unifiedRegistration = defineCaseType<UnificationFacts>({
  id: 'unified-registration',
  name: '户别统一登记',
  group: 'register',
  summary: '旧户口簿、旧底册上还写着老户别的，统一为居民户口，当场办，不收费。',
  keywords: ['户别', '居民户口', '统一', '旧户口簿', 'hb', 'ty'],
  fields,
  form: [{ title: '旧户别', fields: Object.keys(fields) }],
  policy,
  materials: ({ seenOn }) =>
    seenOn === 'booklet'
      ? [{ id: 'old-booklet', name: '旧户口簿', citation: 'CF-3.1', from: 'resident', note: '看过换发' }]
      : [{ id: 'base-record', name: '本所底册', citation: 'CF-3.1', from: 'records' }],
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'supplementing', 'withdrawn'],
  papers: [],
  deadline: onTheSpot,
  decidedBy,
  examples,
  subject: ({ household }) => household?.number ?? '',
  holder: ({ household }) => ({ name: household ? `户号${household.number}` : '户', citizenId: '' }),
  rightOffice: () => '现在的户口所在地派出所',
})
