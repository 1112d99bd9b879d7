import type { Deadline } from '../case-type.ts'
import { onTheSpot, stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { hasBirthCertificate } from './asking.ts'
import { areUnmarried } from './asking.ts'
import { examples } from './examples.ts'
import { childrenOf, followedParent } from './family.ts'
import { fields, form, type BirthFacts } from './fields.ts'
import { homeOf } from './follow-rules.ts'
import { forbidden, materials } from './materials.ts'
import { papers } from './papers.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 出生登记（随父随母）: a child enters the household of the parent whom the family chooses, whatever the order of its birth. */
export const birthRegistration = defineCaseType<BirthFacts>({
  id: 'birth-registration',
  name: '出生登记（随父随母）',
  group: 'without-hukou',
  summary: '婴儿随父亲或者母亲登记户口，不问婚内婚外、第几个孩子。',
  keywords: ['出生', '新生儿', '婴儿', '随父', '随母', '超生', '双胞胎', '报户口', 'csdj', 'xse', 'sf', 'sm'],
  fields,
  form,
  policy,
  materials,
  forbidden,
  barredBy: (facts) => ({
    topics: areUnmarried(facts) && facts['follows'] === 'mother' ? ['birth-follows-mother'] : [],
    obtained: [],
  }),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers,
  deadline,
  decidedBy,
  rightOffice,
  holder: (facts) => ({ name: namesOf(facts) || '新生儿', citizenId: '' }),
  examples,
  subject: (facts) => {
    const parent = followedParent(facts)
    return `${namesOf(facts) || '新生儿'}${parent?.person ? `（随${parent.word}${parent.person.name}）` : ''}`
  },
})

function namesOf(facts: BirthFacts): string {
  return childrenOf(facts)
    .flatMap(({ name }) => (name ? [name] : []))
    .join('、')
}

/** While the family waits, when both checks have come back clean; with a check still open, as other matters of the station. */
function deadline(facts: BirthFacts): Deadline {
  const isVerified = hasBirthCertificate(facts) && facts.certificateCheck === 'valid'
  return isVerified && facts.elsewhereCheck === 'none' ? onTheSpot() : stationDecision()
}

function rightOffice(facts: BirthFacts): string {
  const parent = followedParent(facts)
  if (facts.follows === 'grandparent') return '老人户口所在地的派出所'
  if (parent?.standing === 'elsewhere') return homeOf(parent)
  if (facts.proof === 'none' || facts.proof === 'parentage-test') {
    return '接生机构或者旗县区卫健部门委托的机构（补领出生医学证明）；领不到的在本所办补录户口'
  }
  return '本所补录户口窗口'
}
