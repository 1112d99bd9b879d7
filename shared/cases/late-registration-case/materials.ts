import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { policeMaterials } from '../police-checks.ts'
import { isBornUnderScheme, type LateFacts } from './fields.ts'

const application: Material = {
  id: 'application',
  name: '补录户口申请书',
  citation: 'SC96-8',
  from: 'resident',
  note: '窗口有空白的，写不了的由民警代写，本人签名',
}

const hostBooklet: Material = {
  id: 'host-booklet',
  name: '所随的人的居民户口簿',
  citation: 'SC96-1',
  from: 'resident',
}

const certificate: Material = {
  id: 'birth-certificate',
  name: '出生医学证明',
  citation: 'SC96-2',
  from: 'resident',
  orElse: ['医院或者卫生健康部门写明补不出来的理由'],
}

const kinProof: Material = {
  id: 'kin-proof',
  name: '与父母的亲子鉴定',
  citation: 'SC96-2',
  from: 'resident',
  note: '受理以后再做也行',
  orElse: [
    '亲属户口簿上的记载',
    '学籍、病历、接种证',
    '村里的户册',
    '与兄弟姐妹等的亲缘鉴定',
    '接生人的书面陈述',
  ],
}

const trafficking: Material = {
  id: 'trafficking-check',
  name: '打拐 DNA 库比对结果',
  citation: 'WR-9',
  from: 'police',
  note: '由本所采血送检，不收费',
}

/** What a late registration rests on; all checks are the police's own work. */
export function materials(facts: LateFacts): Material[] {
  const { certificateWay, kinEvidence, follows } = facts
  return [
    application,
    ...personApplicantMaterials(facts),
    ...(follows === 'community' || follows === 'welfare' ? [] : [hostBooklet]),
    ...(isBornUnderScheme(facts) ? [certificate] : []),
    ...(kinEvidence === 'birth-certificate' || certificateWay === 'in-hand' ? [] : [kinProof]),
    trafficking,
    policeMaterials.elsewhere,
    policeMaterials.comparison,
    policeMaterials.interviews,
  ]
}

export const forbidden = forbiddenFor('birth')
