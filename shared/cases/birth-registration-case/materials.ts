import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { policeMaterials } from '../police-checks.ts'
import { areMarried, areUnmarried, ethnicGroupsDiffer, isBornOutside, needsParentageTest } from './asking.ts'
import { declarantMaterials } from './declarant.ts'
import { childrenOf, sideNames } from './family.ts'
import type { BirthFacts } from './fields.ts'

/** What the family brings and what the police look up; nothing about how many children there are. */
export function materials(facts: BirthFacts): Material[] {
  return [
    ...(isBornOutside(facts) ? ofBirthAbroad : [birthCertificate(facts)]),
    booklet(facts),
    ...ofTheParents(facts),
    ...(facts.follows === 'grandparent' ? [kinship] : []),
    ...(ethnicGroupsDiffer(facts) ? [ethnicStatement] : []),
    ...(childrenOf(facts).some(({ surnameReason }) => surnameReason !== undefined) ? [surnameStatement] : []),
    ...(childrenOf(facts).some(({ diedOn }) => diedOn !== undefined) ? [deathProof] : []),
    ...declarantMaterials(facts),
    ...(isBornOutside(facts) ? [] : [certificateCheck]),
    policeMaterials.elsewhere,
  ]
}

export const forbidden = forbiddenFor('birth')

function birthCertificate({ proof }: BirthFacts): Material {
  return {
    id: 'birth-certificate',
    name: '出生医学证明',
    citation: 'WR-20',
    from: 'resident',
    note:
      proof === 'none' || proof === 'parentage-test'
        ? '先到接生机构或者卫健部门委托的机构申领'
        : '每个孩子一张，正页核验后退回，副页留存',
    orElse: ['电子出生医学证明'],
  }
}

function booklet({ follows }: BirthFacts): Material {
  const whose =
    follows === 'grandparent'
      ? '所随老人的'
      : follows === undefined
        ? '父亲或者母亲的'
        : `${sideNames[follows]}的`
  return { id: 'household-booklet', name: `${whose}居民户口簿`, citation: 'WR-20', from: 'resident' }
}

function ofTheParents(facts: BirthFacts): Material[] {
  if (areMarried(facts)) return [marriage]
  if (!areUnmarried(facts)) return []
  if (!needsParentageTest(facts)) return [statement]
  return [statement, parentageTest, ...((facts.earlierReports ?? []).length > 0 ? [earlierReports] : [])]
}

const marriage: Material = {
  id: 'marriage-certificate',
  name: '结婚证',
  citation: 'WR-20',
  from: 'resident',
  note: '系统能查到婚姻登记的，不用带',
  orElse: ['离婚证或者离婚判决书', '户口簿上的婚姻记载', '婚姻登记查询结果'],
}
const statement: Material = {
  id: 'unmarried-statement',
  name: '非婚生育说明',
  citation: 'WR-20',
  from: 'resident',
  note: '在窗口写，签名即可',
}
const parentageTest: Material = {
  id: 'parentage-test',
  name: '有资质的鉴定机构出具的亲子鉴定',
  citation: 'WR-20',
  from: 'resident',
  note: '非婚生育随父亲的才要',
}
const earlierReports: Material = {
  id: 'earlier-reports',
  name: '以前交来的鉴定扫描件',
  citation: 'WR-13',
  from: 'records',
  note: '不作依据，留在案卷',
}
const kinship: Material = {
  id: 'kinship-with-grandparents',
  name: '老人与父母一方的亲属关系材料',
  citation: 'WR-22',
  from: 'resident',
  note: '本所档案查得到的不用带',
  orElse: ['居民户口簿', '父母一方的出生医学证明', '本所档案'],
}
const ethnicStatement: Material = {
  id: 'ethnic-group-statement',
  name: '内蒙古自治区新增人口民族成份确认书',
  citation: 'IM-ETHNIC',
  from: 'resident',
  note: '父母在窗口共同填写签字',
}
const surnameStatement: Material = {
  id: 'surname-statement',
  name: '姓氏选择的书面说明',
  citation: 'CC-1015',
  from: 'resident',
  note: '父母签名',
}
const deathProof: Material = {
  id: 'death-certificate',
  name: '死亡医学证明',
  citation: 'WR-31',
  from: 'resident',
  orElse: ['居（村）委会或者卫生机构的死亡证明', '公安机关、法院的死亡文书'],
}
const certificateCheck: Material = {
  id: 'birth-certificate-check',
  name: '出生医学证明核验结果',
  citation: 'WR-12',
  from: 'police',
}

const ofBirthAbroad: readonly Material[] = [
  { id: 'foreign-birth-certificate', name: '国（境）外出生证明原件', citation: 'WR-24', from: 'resident' },
  { id: 'translation', name: '出生证明中文译文', citation: 'WR-24', from: 'resident' },
  {
    id: 'authentication',
    name: '我国驻外使领馆认证',
    citation: 'WR-24',
    from: 'resident',
    orElse: ['附加证明书（Apostille）', '公证书'],
  },
  {
    id: 'travel-document',
    name: '孩子回国用的旅行证',
    citation: 'WR-24',
    from: 'resident',
    orElse: ['中国护照', '出入境通行证'],
  },
  {
    id: 'parents-entry-papers',
    name: '父母的出入境证件',
    citation: 'WR-24',
    from: 'resident',
    note: '系统查得到出入境记录的不用带',
  },
  {
    id: 'nationality-statement',
    name: '孩子没有取得外国国籍的声明',
    citation: 'WR-24',
    from: 'resident',
    note: '父母在窗口写，签名即可',
  },
]
