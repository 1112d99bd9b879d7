import { ageOn } from '../../base/plain-date.ts'
import { checkPersonName, normalisePersonName } from '../../people/person-name.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { applicantRules, registeredHere } from '../person-applicant.ts'
import { comparisonRules, interviewRules } from '../police-checks.ts'
import { afterInWords } from './after.ts'
import { changesIdentity, type CorrectionFacts } from './fields.ts'

type CorrectionRule = Rule<CorrectionFacts>

const somethingChanges: CorrectionRule = {
  id: 'something-changes',
  title: '改成什么',
  citations: ['HR-17'],
  consequence: 'ask',
  test: (facts) => {
    const { item, person } = facts
    if (item === undefined) return unknown('还没有问改哪一项。', 'item')
    if (item === 'citizenId') return met('号码由旗县区的顺序码登记表重新编。')
    const after = afterInWords(facts)
    if (after === '') return unknown('还没有填新的内容。', newFieldOf[item])
    const same =
      (item === 'name' && normalisePersonName(after) === person?.name) ||
      (item === 'sex' && facts.newSex === person?.sex) ||
      (item === 'birthDate' && facts.newBirthDate === person?.birthDate) ||
      (item === 'ethnicGroup' && facts.newEthnicGroup === person?.ethnicGroup)
    return same ? unmet('新的内容和登记上的一样。', '请核对要改的是哪一项。') : met(`改成“${after}”。`)
  },
}

const newFieldOf = {
  name: 'newName',
  sex: 'newSex',
  birthDate: 'newBirthDate',
  ethnicGroup: 'newEthnicGroup',
  birthplace: 'newText',
  nativePlace: 'newText',
  occupation: 'newText',
  education: 'newEducation',
  maritalStatus: 'newMaritalStatus',
} as const

const nameFits: CorrectionRule = {
  id: 'name-fits',
  title: '新的姓名能不能登记',
  citations: ['WR-51', 'CC-1012', 'IP-33'],
  consequence: 'ask',
  test: ({ item, newName }) => {
    if (item !== 'name' || !newName) return notApplicable
    const checked = checkPersonName(newName)
    return checked.ok
      ? met('可以登记。')
      : unmet(checked.refusals.map(({ message }) => message).join(''), '请换一个写法。')
  },
}

const consents: CorrectionRule = {
  id: 'family-agrees',
  title: '父母和孩子同不同意',
  citations: ['HR-18', 'WR-53', 'CC-19'],
  consequence: 'ask',
  test: ({ item, applicantKind, parentsAgree, childAgrees, person }, { day }) => {
    if ((item !== 'name' && item !== 'ethnicGroup') || applicantKind !== 'guardian') return notApplicable
    if (parentsAgree === undefined) return unknown('还没有问父母双方同不同意。', 'parentsAgree')
    if (!parentsAgree)
      return unmet('父母（监护人）没有一致同意。', '请双方一起来，或者带另一方写明同意的公证书。')
    const isHeard = item === 'name' && person?.birthDate !== undefined && ageOn(person.birthDate, day) >= 8
    if (!isHeard) return met('父母双方同意。')
    if (childAgrees === undefined) return unknown('还没有问孩子本人。', 'childAgrees')
    return childAgrees ? met('父母和孩子都同意。') : unmet('孩子满八周岁，本人不同意。', '本人不同意的不改。')
  },
}

const correctsOnly: CorrectionRule = {
  id: 'corrected-not-changed',
  title: '这一项能不能变更',
  citations: ['WR-9', 'CC-15', 'WR-57'],
  consequence: 'refuse',
  test: ({ item, way }) => {
    if (item !== 'birthDate' && item !== 'citizenId') return notApplicable
    if (way === undefined) return unknown('还没有问变更还是更正。', 'way')
    return way === 'correct'
      ? met('登记有错的可以更正。')
      : unmet('出生日期和号码不能变更，只能在登记有错的时候更正。', '有原始材料证明登记错了的，改选“更正”。')
  },
}

const originalShowsError: CorrectionRule = {
  id: 'original-shows-error',
  title: '原始材料查实有错没有',
  citations: ['WR-9', 'WR-57'],
  consequence: 'refuse',
  test: ({ item, originalChecked }) => {
    if (item !== 'birthDate' && item !== 'citizenId') return notApplicable
    if (originalChecked === 'right-entry')
      return unmet('查实原来的登记没有错。', '有新的原始材料（当年的底册、出生医学证明、学籍档案）再来申请。')
    return originalChecked === 'wrong-entry' ? met('查实登记有错。') : notApplicable
  },
}

const originalSought: CorrectionRule = {
  id: 'original-sought',
  title: '原始材料查完没有',
  citations: ['WR-9', 'WR-57'],
  consequence: 'investigate',
  test: ({ item, originalChecked }) => {
    if (item !== 'birthDate' && item !== 'citizenId') return notApplicable
    return originalChecked === 'wrong-entry' || originalChecked === 'right-entry'
      ? met('原始材料已经查完。')
      : unmet('原始材料还没有查完。', '由本所查底册、档案；本人手里有的带来，没有的不要求。')
  },
}

const sexProven: CorrectionRule = {
  id: 'sex-proven',
  title: '性别凭什么改',
  citations: ['WR-54'],
  consequence: 'ask',
  test: ({ item, way, proofSeen }) => {
    if (item !== 'sex') return notApplicable
    if (proofSeen === undefined) return unknown('还没有问凭什么改。', 'proofSeen')
    const isEnough =
      proofSeen === 'hospital' ||
      (way === 'correct' && (proofSeen === 'office-error' || proofSeen === 'original'))
    return isEnough
      ? met('有证明。')
      : unmet(
          '变更性别要有鉴定证明。',
          '请带国内三级医院的鉴定，或者有资格的司法鉴定机构的证明；登记错了的凭原始材料更正。',
        )
  },
}

const proven: CorrectionRule = {
  id: 'change-proven',
  title: '凭什么改',
  citations: ['HR-17', 'WR-53', 'WR-57'],
  consequence: 'ask',
  test: ({ item, proofSeen }) => {
    if (item === undefined || item === 'sex') return notApplicable
    if (proofSeen === undefined) return unknown('还没有问凭什么改。', 'proofSeen')
    return proofSeen === 'none'
      ? unmet('还没有凭据。', '姓名凭书面申请；文化程度、婚姻状况凭证件或者本人陈述；别的由本所查档案。')
      : met('有凭据。')
  },
}

const ethnicApproved: CorrectionRule = {
  id: 'ethnic-change-approved',
  title: '民族事务部门批了没有',
  citations: ['EG-11', 'EG-5'],
  consequence: 'ask',
  test: ({ item, way, ethnicApproval, proofSeen }) => {
    if (item !== 'ethnicGroup') return notApplicable
    if (way === 'correct' && proofSeen === 'office-error') return met('本所登记错了的，查实以后更正。')
    if (ethnicApproval === undefined) return unknown('还没有问审批意见。', 'ethnicApproval')
    return ethnicApproval
      ? met('民族事务部门已经批准。')
      : unmet(
          '还没有民族事务部门的审批意见。',
          '请先到旗县区民族事务部门申请；批下来由两家直接转，十五个工作日内办结。',
        )
  },
}

const ethnicOfParent: CorrectionRule = {
  id: 'ethnic-group-of-a-parent',
  title: '是不是父母的民族',
  citations: ['EG-5'],
  consequence: 'refuse',
  test: ({ item, ethnicOfParent: ofParent }) => {
    if (item !== 'ethnicGroup') return notApplicable
    if (ofParent === undefined) return unknown('还没有核对父母的民族。', 'ethnicOfParent')
    return ofParent
      ? met('是父亲或者母亲的民族。')
      : unmet('民族只能随父亲或者母亲。', '父母的民族登记有错的，先更正父母的。')
  },
}

const ethnicOnce: CorrectionRule = {
  id: 'ethnic-change-once',
  title: '还能不能变更民族',
  citations: ['EG-7', 'EG-11'],
  consequence: 'refuse',
  test: ({ item, way, ethnicChangedBefore, person }, { day }) => {
    if (item !== 'ethnicGroup' || way === 'correct') return notApplicable
    if (ethnicChangedBefore === undefined) return unknown('还没有查以前变更过没有。', 'ethnicChangedBefore')
    const limit = numberInForce('ethnic-group-change-age', day)
    if (ethnicChangedBefore) return unmet('以前已经变更过一次民族。', '登记有错的按“更正”办理。')
    return person?.birthDate !== undefined && ageOn(person.birthDate, day) >= limit
      ? unmet(`已满${limit}周岁，不再变更民族。`, '登记有错的按“更正”办理。')
      : met('还可以变更一次。')
  },
}

const onlyIdentity = (rule: CorrectionRule): CorrectionRule => ({
  ...rule,
  test: (facts, setting) => (changesIdentity(facts) ? rule.test(facts, setting) : notApplicable),
})
const onlyBirthDate = (rule: CorrectionRule): CorrectionRule => ({
  ...rule,
  test: (facts, setting) => (facts.item === 'birthDate' ? rule.test(facts, setting) : notApplicable),
})

export const policy: readonly CorrectionRule[] = [
  registeredHere<CorrectionFacts>(['HR-17', 'WR-53'], '请到户口所在地派出所申请；被注销的先恢复户口。'),
  somethingChanges,
  nameFits,
  consents,
  correctsOnly,
  proven,
  sexProven,
  ethnicOfParent,
  ethnicOnce,
  ethnicApproved,
  ...applicantRules<CorrectionFacts>({ subjectOf: ({ person }) => person, agentWillDo: true }),
  originalShowsError,
  originalSought,
  ...comparisonRules<CorrectionFacts>().map(onlyIdentity),
  ...interviewRules<CorrectionFacts>().map(onlyBirthDate),
]
