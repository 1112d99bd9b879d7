import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { checkBirthCertificateNumber } from '../../people/birth-certificate-number.ts'
import { hasBirthCertificate, isBornOutside } from './asking.ts'
import { childrenOf } from './family.ts'
import type { BirthFacts } from './fields.ts'
import { forEachChild } from './for-each-child.ts'

/** What shows the birth: the certificate comes first, and one certificate is one child. */
export const proofRules: readonly Rule<BirthFacts>[] = [
  {
    id: 'certificate-at-hand',
    title: '有没有出生医学证明',
    citations: ['WR-20', 'SC96-2', 'MH-23'],
    consequence: 'route',
    test: (facts) => {
      const { proof, bornWhere } = facts
      if (isBornOutside(facts)) return notApplicable
      if (bornWhere === undefined) return unknown('还没有填在哪里出生。', 'bornWhere')
      if (proof === undefined) return unknown('还没有填出生凭什么证明。', 'proof')
      if (proof === 'certificate') return met('有出生医学证明。')
      return unmet('没有出生医学证明。', whereToGetOne(bornWhere, proof))
    },
  },
  {
    id: 'certificate-number',
    title: '出生医学证明编号对不对',
    citations: ['MH-7', 'WR-20'],
    consequence: 'block',
    test: (facts) => {
      if (isBornOutside(facts)) return notApplicable
      return forEachChild(facts, '编号的样子对。', ({ certificateNumber, certificateIssuedOn }, word) => {
        if (!certificateNumber) {
          if (!hasBirthCertificate(facts)) return notApplicable
          return unknown(`还没有填${word}的出生医学证明编号。`, 'children')
        }
        const checked = checkBirthCertificateNumber(certificateNumber, certificateIssuedOn)
        if (checked.ok) return met('')
        const said = checked.refusals.map(({ message }) => message).join('')
        return unmet(`${word}的出生医学证明编号不能用：${said}`, '')
      })
    },
  },
  {
    id: 'one-certificate-one-child',
    title: '每个孩子是不是各有一张出生医学证明',
    citations: ['MH-23', 'WR-4'],
    consequence: 'block',
    test: (facts) => {
      if (!hasBirthCertificate(facts) || childrenOf(facts).length < 2) return notApplicable
      const numbers = certificateNumbers(facts)
      return new Set(numbers).size === numbers.length
        ? met('每个孩子的编号都不同。')
        : unmet('两个孩子填了同一个出生医学证明编号。', '一张证只登记一个孩子，请对照各人的证件填写。')
    },
  },
  {
    id: 'certificate-not-used',
    title: '这张出生医学证明有没有用过',
    citations: ['MH-23', 'HR-20'],
    consequence: 'block',
    test: (facts) => {
      const { certificateCheck } = facts
      if (!hasBirthCertificate(facts) || certificateCheck === undefined) return notApplicable
      return certificateCheck === 'used'
        ? unmet(
            '这个编号已经登记过别的孩子，证件疑似伪造。',
            '请收下复印件，报所长核查，并向签发机构核实；孩子确是另一人的，由签发机构出真证后再办。',
          )
        : met('没有用这张证登记过别的孩子。')
    },
  },
  {
    id: 'certificate-verified',
    title: '出生医学证明是否核验',
    citations: ['WR-12', 'MH-23'],
    consequence: 'hold',
    test: (facts) => {
      if (!hasBirthCertificate(facts)) return notApplicable
      switch (facts.certificateCheck) {
        case undefined:
          return unknown('还没有核验出生医学证明。', 'certificateCheck')
        case 'unreachable':
          return unmet('现在没有线路，还没有核验。', '可以先受理；线路恢复后由民警补核，有了结果才能决定。')
        case 'mismatch':
          return unmet(
            '核验查不到这张证，或者内容不一致。',
            '先受理，由民警向签发机构核实；不要群众再开证明。',
          )
        default:
          return met('已经核验。')
      }
    },
  },
  {
    id: 'certificate-names-the-parents',
    title: '出生医学证明上的父母对不对',
    citations: ['WR-20', 'MH-23'],
    consequence: 'ask',
    test: (facts) => {
      const { certificateMatches } = facts
      if (!hasBirthCertificate(facts)) return notApplicable
      if (certificateMatches === undefined) return unknown('还没有核对证上的父母。', 'certificateMatches')
      return certificateMatches
        ? met('证上的父母与户口簿、身份证一致。')
        : unmet(
            '证上的父母与户口簿、身份证不一致。',
            '证写错的，请到签发机构换发；户口簿写错的，本所先更正。',
          )
    },
  },
]

/** Numbers in their stored form, of those children whose number reads as one. */
export function certificateNumbers(facts: BirthFacts): readonly string[] {
  if (!hasBirthCertificate(facts)) return []
  return childrenOf(facts).flatMap(({ certificateNumber }) => {
    const checked = checkBirthCertificateNumber(certificateNumber ?? '')
    return checked.ok ? [checked.value.number] : []
  })
}

function whereToGetOne(bornWhere: BirthFacts['bornWhere'], proof: BirthFacts['proof']): string {
  const first =
    bornWhere === 'institution'
      ? '请先到接生的医院补领出生医学证明。'
      : `请先到旗县区卫健部门委托的机构申领出生医学证明${proof === 'parentage-test' ? '，亲子鉴定带去交给机构' : '，要做亲子鉴定'}。`
  return `${first}领到后回来办出生登记；机构不能签发的，转“补录户口”，由民警调查核实后登记。`
}
