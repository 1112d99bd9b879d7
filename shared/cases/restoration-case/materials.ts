import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { policeMaterials } from '../police-checks.ts'
import type { RestorationFacts } from './fields.ts'
import { asksForVisit, wasDeclared } from './reading.ts'

const application: Material = {
  id: 'application',
  name: '恢复户口申请书',
  citation: 'CF-2.3-R',
  from: 'resident',
  note: '窗口有空白的，写不了的由民警代写，本人签名',
}

const oldPapers: Material = {
  id: 'old-papers',
  name: '旧户口簿、旧身份证或者复印件',
  citation: 'WR-9',
  from: 'resident',
  note: '有就带来，没有的由本所查底册，不影响受理',
}

const baseRecord: Material = {
  id: 'base-record',
  name: '原户口底册和注销材料',
  citation: 'WR-13',
  from: 'records',
}

const judgment: Material = {
  id: 'revoking-judgment',
  name: '撤销失踪、死亡宣告的判决书',
  citation: 'WR-38',
  from: 'resident',
}

const substitute: Material = {
  id: 'substitute-evidence',
  name: '代替底册的材料',
  citation: 'SC96-8',
  from: 'resident',
  note: '有一样就行；另有两名以上知情人，由民警找他们核实',
  orElse: [
    '旧身份证、旧户口簿或者复印件',
    '学籍、人事、兵役档案',
    '土地承包合同（只看姓名和住址）',
    '亲属户口簿上的记载',
    '村里的户册、选民册',
    '与近亲属的亲缘鉴定',
  ],
}

const certificateAnswer: Material = {
  id: 'certificate-answer',
  name: '迁入地和签发机关的答复',
  citation: 'SC96-6',
  from: 'police',
  note: '由本所向对方核实',
}

const spousePlace: Material = {
  id: 'spouse-place-answer',
  name: '婚嫁去的地方派出所的答复',
  citation: 'SC96-5',
  from: 'police',
}

const hostConsent: Material = {
  id: 'host-consent',
  name: '户主同意落户的签名和那一户的居民户口簿',
  citation: 'HR-5',
  from: 'resident',
}

/** What is needed to restore; whether the person is registered elsewhere is the police's own check. */
export function materials(facts: RestorationFacts): Material[] {
  const { basis, cause, place } = facts
  return [
    application,
    ...personApplicantMaterials(facts),
    basis === 'no-record' ? substitute : oldPapers,
    ...(basis === 'no-record' ? [] : [baseRecord]),
    ...(wasDeclared(facts) ? [judgment] : []),
    ...(place === 'kin' || place === 'spouse' ? [hostConsent] : []),
    policeMaterials.elsewhere,
    policeMaterials.comparison,
    ...(cause === 'marriage' ? [spousePlace] : []),
    ...(cause === 'moved-out' ? [certificateAnswer] : []),
    ...(asksForVisit(facts) ? [policeMaterials.interviews] : []),
  ]
}

export const forbidden = forbiddenFor('restoration')
