import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import { isBornOutside, isForeign, mayHaveForeignNationality } from './asking.ts'
import type { BirthFacts } from './fields.ts'
import { paperVerdict } from './paper-verdict.ts'

/** A rule about one of the papers of a birth abroad: each stands alone, so that all that lack are named at once. */
function paperRule(
  id: string,
  title: string,
  verdict: (facts: BirthFacts) => Verdict,
  ...more: readonly string[]
): Rule<BirthFacts> {
  return {
    id,
    title,
    citations: ['WR-24', ...more],
    consequence: 'ask',
    test: (facts) => (isBornOutside(facts) ? verdict(facts) : notApplicable),
  }
}

export const abroadRules: readonly Rule<BirthFacts>[] = [
  paperRule('foreign-certificate', '有没有国外出生证明', ({ foreignCertificate }) =>
    paperVerdict(
      foreignCertificate,
      'foreignCertificate',
      '国（境）外出生证明原件',
      '请带出生地医院或者政府签发的出生证明原件。',
    ),
  ),
  paperRule('translation', '有没有中文译文', ({ translation }) =>
    paperVerdict(translation, 'translation', '出生证明的中文译文', '请到有资质的翻译机构译成中文。'),
  ),
  paperRule('authenticated', '出生证明是否认证', ({ authentication }) => {
    if (authentication === undefined) return unknown('还没有看出生证明的认证。', 'authentication')
    return authentication === 'none'
      ? unmet(
          '国外出生证明还没有认证。',
          '三种任选一种：我国驻外使领馆认证，出生国的附加证明书（Apostille），或者公证书。',
        )
      : met('出生证明已认证。')
  }),
  paperRule('travel-document', '孩子凭什么证件回国', ({ travelDocument }) => {
    switch (travelDocument) {
      case undefined:
        return unknown('还没有看孩子回国用的证件。', 'travelDocument')
      case 'none':
        return unmet('没有看到孩子的中国护照或者旅行证。', '请带孩子入境用的中国护照、旅行证或者通行证。')
      case 'foreign-passport':
        return unmet(
          '孩子用的是外国护照。',
          '请到出入境管理部门核实国籍；按中国公民认定、领了中国证件以后再来。',
        )
      default:
        return met('孩子持中国证件回国。')
    }
  }),
  paperRule('parents-entry-papers', '有没有父母的出入境证件', ({ parentsEntryPapers }) =>
    paperVerdict(
      parentsEntryPapers,
      'parentsEntryPapers',
      '父母的出入境证件',
      '请带父母出国和回国用的护照，系统查得到出入境记录的不用带。',
    ),
  ),
  paperRule(
    'statement-of-nationality',
    '有没有国籍声明',
    ({ noForeignNationalityStatement }) =>
      paperVerdict(
        noForeignNationalityStatement,
        'noForeignNationalityStatement',
        '孩子没有取得外国国籍的声明',
        '请父母在窗口写一份声明并签名。',
      ),
    'NL-5',
  ),
  {
    id: 'rules-cover-the-place',
    title: '规定写没写这个出生地',
    citations: ['WR-24', 'WR-30'],
    consequence: 'warn',
    test: (facts) => {
      if (facts.bornWhere === 'hong-kong-macao-taiwan') {
        return unmet(
          '规范只写了国外出生，没有写在港澳台出生。',
          '材料参照国外出生收；孩子有没有当地居民身份拿不准的，请示旗县区户政后由所长决定。',
        )
      }
      return isBornOutside(facts) ? met('按国外出生的规定办理。') : notApplicable
    },
  },
  {
    id: 'child-is-chinese',
    title: '孩子是不是中国公民',
    citations: ['NL-4', 'NL-5', 'NL-3', 'SC96-7'],
    consequence: 'refuse',
    test: (facts) => nationality(facts),
  },
]

function nationality(facts: BirthFacts): Verdict {
  const { bornWhere, fatherOnCertificate, motherStanding, foreignNationality } = facts
  if (bornWhere === undefined) return unknown('还没有填在哪里出生。', 'bornWhere')
  if (motherStanding === undefined) return unknown('还没有填母亲的户口。', 'motherStanding')
  if (isForeign('mother')(facts)) {
    if (fatherOnCertificate === undefined) return unknown('还没有填父亲一栏。', 'fatherOnCertificate')
    const father = chineseFather(facts)
    if (father !== true) return father
  }
  if (!mayHaveForeignNationality(facts)) return met('父母是中国公民，孩子在中国出生。')
  if (foreignNationality === undefined) return unknown('还没有问孩子有没有外国国籍。', 'foreignNationality')
  return foreignNationality === 'none'
    ? met('父母一方是中国公民，孩子没有外国国籍，是中国公民。')
    : unmet(
        '孩子已经有外国国籍，我国不承认双重国籍，不能按出生登记。',
        '国籍有争议的，请先到出入境管理部门核实；认定是中国公民或者退出外国国籍以后再来登记。',
      )
}

/** True where the father makes the child Chinese although the mother does not. */
function chineseFather(facts: BirthFacts): true | Verdict {
  const { fatherOnCertificate, fatherStanding, motherStanding, follows, bornWhere } = facts
  const isLeftOut = fatherOnCertificate === 'blank' && follows !== 'father'
  if (!isLeftOut && fatherStanding === undefined) return unknown('还没有填父亲的户口。', 'fatherStanding')
  if (!isLeftOut && !isForeign('father')(facts)) return true
  const bothStateless = motherStanding === 'stateless' && (isLeftOut || fatherStanding === 'stateless')
  if (bothStateless && bornWhere !== 'abroad') {
    return met('父母无国籍而定居中国、孩子在中国出生的，孩子有中国国籍；请核对父母是否定居。')
  }
  return unmet(
    '父母都不是中国公民，孩子没有中国国籍。',
    '请到出入境管理部门办理孩子的居留手续；父母一方其实有中国国籍的，请带证件来。',
  )
}
