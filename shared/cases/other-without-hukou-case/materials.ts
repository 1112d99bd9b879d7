import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { policeMaterials } from '../police-checks.ts'
import { isLookedInto, type OtherFacts } from './fields.ts'

const application: Material = {
  id: 'application',
  name: '落户申请书',
  citation: 'SC96-8',
  from: 'resident',
  note: '窗口有空白的，写不了的由民警代写，本人签名',
}

const hostBooklet: Material = {
  id: 'host-booklet',
  name: '所随的人的居民户口簿',
  citation: 'CF-2.3-O',
  from: 'resident',
}

const ofKind: Readonly<Partial<Record<NonNullable<OtherFacts['kind']>, readonly Material[]>>> = {
  adoption: [{ id: 'adoption-certificate', name: '收养登记证', citation: 'WR-26', from: 'resident' }],
  'de-facto-adoption': [
    { id: 'notarial-deed', name: '事实收养公证书', citation: 'SC96-3', from: 'resident' },
  ],
  foundling: [
    {
      id: 'finding-report',
      name: '捡拾报案证明',
      citation: 'AR-6',
      from: 'police',
      note: '由接报案的派出所出，不收费',
    },
  ],
  'welfare-child': [
    { id: 'admission-record', name: '福利机构入院登记', citation: 'WR-27', from: 'resident' },
    { id: 'civil-affairs-opinion', name: '民政部门意见', citation: 'WR-27', from: 'resident' },
  ],
  released: [
    {
      id: 'release-paper',
      name: '释放证明',
      citation: 'HR-13-2',
      from: 'resident',
      note: '没有的由本所向释放机关核实',
    },
  ],
  'foreign-parent': [
    { id: 'birth-certificate', name: '出生医学证明', citation: 'SC96-7', from: 'resident' },
    { id: 'statement', name: '非婚生育说明', citation: 'SC96-7', from: 'resident', note: '窗口当场写' },
  ],
}

/** What each kind brings; everything else the police look up with the departments. */
export function materials(facts: OtherFacts): Material[] {
  const { kind, follows } = facts
  const checks = [policeMaterials.comparison, policeMaterials.interviews]
  return [
    application,
    ...personApplicantMaterials(facts),
    ...(follows === 'community' || follows === 'welfare' ? [] : [hostBooklet]),
    ...(kind ? (ofKind[kind] ?? []) : []),
    policeMaterials.elsewhere,
    ...(isLookedInto(facts) ? checks : []),
  ]
}

export const forbidden = forbiddenFor('birth', 'restoration')
