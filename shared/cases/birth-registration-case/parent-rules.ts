import type { Refusal } from '../../base/outcome.ts'
import type { PlainDate } from '../../base/plain-date.ts'
import { isMinor } from '../../people/capacity.ts'
import { checkCitizenId, contradictions } from '../../people/citizen-id.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { hasParentageTest, needsParentageTest } from './asking.ts'
import { childrenOf, parentsOf, type Parent } from './family.ts'
import type { BirthFacts } from './fields.ts'
import { paperVerdict } from './paper-verdict.ts'

/** What shows who the parents are to each other and to the child. */
export const parentRules: readonly Rule<BirthFacts>[] = [
  {
    id: 'marriage-or-statement',
    title: '结婚证或者非婚生育说明',
    citations: ['WR-20', 'SC96-1', 'CC-1071'],
    consequence: 'ask',
    test: ({ parentsMarried, marriageSeen, unmarriedStatement }) => {
      if (parentsMarried === undefined) return unknown('还没有填是不是婚内生育。', 'parentsMarried')
      return parentsMarried
        ? paperVerdict(
            marriageSeen,
            'marriageSeen',
            '婚姻材料',
            '请带结婚证；离婚证、户口簿上的婚姻记载、系统查询结果都可以代替。',
          )
        : paperVerdict(
            unmarriedStatement,
            'unmarriedStatement',
            '非婚生育说明',
            '请在窗口写一份说明并签名，不用别的证明。',
          )
    },
  },
  {
    id: 'parentage-tested',
    title: '非婚随父的有没有亲子鉴定',
    citations: ['WR-20', 'SC96-1'],
    consequence: 'ask',
    test: (facts) =>
      needsParentageTest(facts)
        ? paperVerdict(
            facts.parentageTested,
            'parentageTested',
            '父亲与孩子的亲子鉴定',
            '请到有司法鉴定许可证的机构做亲子鉴定；改随母亲的，不用鉴定。',
          )
        : notApplicable,
  },
  {
    id: 'parentage-body-licensed',
    title: '鉴定机构有没有资质',
    citations: ['WR-20', 'SC96-1'],
    consequence: 'ask',
    test: (facts) => {
      const { parentageInstitution, parentageInstitutionLicensed } = facts
      if (!hasParentageTest(facts)) return notApplicable
      if (parentageInstitutionLicensed === undefined) {
        return unknown('还没有核对鉴定机构的许可证。', 'parentageInstitutionLicensed')
      }
      return parentageInstitutionLicensed
        ? met('鉴定机构有司法鉴定许可证。')
        : unmet(
            `${parentageInstitution ?? '出具鉴定的机构'}没有司法鉴定许可证，这份鉴定不能作依据。`,
            '请到有资质的鉴定机构重新做；原来交的一份扫描后留在案卷。改随母亲的，不用鉴定。',
          )
    },
  },
  {
    id: 'parentage-supported',
    title: '鉴定支不支持亲子关系',
    citations: ['WR-20', 'CC-1073'],
    consequence: 'refuse',
    test: (facts) => {
      const { parentageResult } = facts
      if (!hasParentageTest(facts)) return notApplicable
      if (parentageResult === undefined) return unknown('还没有填鉴定意见。', 'parentageResult')
      return parentageResult === 'supports'
        ? met('鉴定支持亲子关系。')
        : unmet(
            '鉴定排除了与父亲的亲子关系，不能随父登记。',
            '可以改随母亲；对结果有异议的，由有资质的机构重新鉴定或者向法院请求确认。',
          )
    },
  },
  {
    id: 'parents-consistent',
    title: '父母的号码、性别和年龄对不对',
    citations: ['GB-11643', 'HR-4'],
    consequence: 'block',
    test: (facts, { day }) => {
      const parents = parentsOf(facts).filter(({ person }) => person !== undefined)
      if (parents.length === 0) return notApplicable
      const faults = [
        ...parents.flatMap((parent) => faultsOf(parent, facts, day)),
        ...(isOnePerson(parents) ? ['父亲和母亲选成了同一个人。'] : []),
      ]
      return faults.length === 0
        ? met('父母的资料没有矛盾。')
        : unmet(faults.join(''), '请对照户口簿和身份证核对，选错人的重新选。')
    },
  },
  {
    id: 'parents-of-age',
    title: '父母成年没有',
    citations: ['CC-27', 'CC-17'],
    consequence: 'warn',
    test: (facts, { day }) => {
      const known = parentsOf(facts).filter(({ person }) => person?.birthDate !== undefined)
      if (known.length === 0) return notApplicable
      const minors = known.filter(({ person }) => isMinor(person?.birthDate ?? day, day))
      return minors.length === 0
        ? met('父母已成年。')
        : unmet(
            `${minors.map(({ word }) => word).join('、')}还没有满18周岁，仍是孩子的监护人。`,
            '照常登记；请未成年一方自己的监护人一同到场签字。不满十四周岁怀孕、生育的，另按侵害未成年人案件强制报告的规定报所长。',
          )
    },
  },
]

const sexOf = { father: '1', mother: '2' } as const

function faultsOf({ side, word, person }: Parent, facts: BirthFacts, day: PlainDate): string[] {
  if (!person) return []
  const checked = person.citizenId
    ? checkCitizenId(person.citizenId, { today: day, allowUnissuedSequence: true })
    : undefined
  const inNumber: readonly Refusal[] = checked
    ? checked.ok
      ? contradictions({ citizenId: checked.value.id, birthDate: person.birthDate, sex: person.sex })
      : checked.refusals
    : []
  const birthDate = person.birthDate ?? (checked?.ok ? checked.value.birthDate : undefined)
  const sex = person.sex ?? (checked?.ok ? checked.value.sex : undefined)
  const isOtherSex = (sex === '1' || sex === '2') && sex !== sexOf[side]
  const isYounger =
    birthDate !== undefined &&
    childrenOf(facts).some(({ bornOn }) => bornOn !== undefined && bornOn <= birthDate)
  return [
    ...inNumber.map(({ message }) => `${word}：${message}`),
    ...(isOtherSex ? [`${word}登记的性别不对。`] : []),
    ...(isYounger ? [`${word}的出生日期在孩子以后。`] : []),
  ]
}

function isOnePerson(parents: readonly Parent[]): boolean {
  const [father, mother] = parents.map(({ person }) => person)
  if (!father || !mother) return false
  const isSame = (key: 'personId' | 'citizenId') => Boolean(father[key]) && father[key] === mother[key]
  return isSame('personId') || isSame('citizenId')
}
