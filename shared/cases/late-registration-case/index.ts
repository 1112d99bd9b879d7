import { defineCaseType } from '../define-case-type.ts'
import { cityDecision } from '../deadline.ts'
import { keysOfPeopleEntered, registerPapers } from '../register-papers.ts'
import { examples } from './examples.ts'
import { fields, pages, type LateFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 补录户口: a birth that was never declared, with or without a certificate (国办发〔2015〕96号, 二(二)). */
export const lateRegistration = defineCaseType<LateFacts>({
  id: 'late-registration',
  name: '补录户口',
  group: 'without-hukou',
  summary: '出生以后一直没有登记的，没有出生医学证明也能办，查清以后补录。',
  keywords: ['补录', '补登', '黑户', '无户口', '没有出生证', '超龄', 'bl', 'blhk'],
  fields,
  form: pages,
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: registerPapers((caseFile) => keysOfPeopleEntered(caseFile, 'register', 1)),
  deadline: cityDecision,
  decidedBy,
  examples,
  subject: ({ personName }) => personName ?? '',
  holder: ({ personName, usedNumber }) => ({ name: personName ?? '申请人', citizenId: usedNumber ?? '' }),
  rightOffice: ({ nationality }) =>
    nationality === 'foreign' ? '公安机关出入境管理部门' : '所随的人户口所在地派出所',
})
