import { checkCitizenId, contradictions } from '../../people/citizen-id.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import type { RestorationFacts } from './fields.ts'
import { isGraduateSentHome, itemsOf, nameOf, numberOf } from './reading.ts'

/** Whose registration, and is this the station for it. */
export const rulesOfPlace: readonly Rule<RestorationFacts>[] = [
  {
    id: 'our-citizen',
    title: '原户口在不在本市',
    citations: ['CF-2.3-R', 'WR-8'],
    consequence: 'refer',
    test: (facts) => {
      if (isGraduateSentHome(facts)) return notApplicable
      const { cancelledAt, cancellingOffice } = facts
      if (cancelledAt === undefined) return unknown('还没有问户口是在哪里注销的。', 'cancelledAt')
      return cancelledAt === 'outside-chifeng'
        ? unmet(
            `原户口在${cancellingOffice ?? '赤峰市以外'}，不是本市的登记。`,
            '请到注销原户口的派出所申请恢复；户口恢复以后，想来本市的再办迁移。',
          )
        : met('原户口在本市。')
    },
  },
  {
    id: 'cancelled-here',
    title: '是不是本所注销的',
    citations: ['WR-38', 'HR-3', 'WR-8'],
    consequence: 'refer',
    test: (facts) => {
      if (isGraduateSentHome(facts)) return notApplicable
      const { cancelledAt, cancellingOffice } = facts
      if (cancelledAt === undefined) return unknown('还没有问户口是在哪里注销的。', 'cancelledAt')
      if (cancelledAt === 'outside-chifeng') return notApplicable
      return cancelledAt === 'here'
        ? met('原户口由本所注销。')
        : unmet(
            `原户口由${cancellingOffice ?? '别的派出所'}注销，底册在那里。`,
            `请到${cancellingOffice ?? '那个派出所'}申请恢复。`,
          )
    },
  },
  {
    id: 'graduate-origin-here',
    title: '毕业生的原籍在不在本所',
    citations: ['SC96-6', 'WR-8'],
    consequence: 'refer',
    test: (facts) => {
      if (!isGraduateSentHome(facts)) return notApplicable
      const { homeIsHere, homeOffice } = facts
      if (homeIsHere === undefined) return unknown('还没有问上学以前的户口在哪里。', 'homeIsHere')
      return homeIsHere
        ? met('原籍在本所，毕业生回原籍恢复户口。')
        : unmet(
            '迁入地落不了户的毕业生回原籍恢复户口，原籍不在本所。',
            `请到${homeOffice ?? '上学以前户口所在的派出所'}申请恢复。`,
          )
    },
  },
  {
    id: 'not-registered-here',
    title: '原登记是否已经注销',
    citations: ['HR-6', 'WR-3'],
    consequence: 'refuse',
    test: (facts) => {
      const { person } = facts
      if (!person?.status) return notApplicable
      return person.status === 'registered'
        ? unmet(`${person.name}现在就在册，没有被注销。`, '不用恢复；要改内容的办变更更正，要搬家的办迁移。')
        : met(`${person.name}的登记已经注销。`)
    },
  },
  {
    id: 'number-readable',
    title: '原来的号码是否认得出',
    citations: ['GB-11643', 'ID-3'],
    consequence: 'ask',
    test: (facts, { day }) => {
      if (nameOf(facts) === '') return unknown('还没有说是谁。', 'person', 'personName')
      const number = numberOf(facts)
      if (number === '') return notApplicable
      const read = checkCitizenId(number, { today: day, allowUnissuedSequence: true })
      return read.ok
        ? met('号码完整；恢复以后还用这个号码。')
        : unmet(read.refusals.map(({ message }) => message).join(''), '请对照旧证件、底册核对。')
    },
  },
  {
    id: 'number-fits-items',
    title: '号码与出生日期、性别是否相符',
    citations: ['GB-11643', 'WR-57'],
    consequence: 'warn',
    test: (facts, { day }) => {
      const read = checkCitizenId(numberOf(facts), { today: day, allowUnissuedSequence: true })
      if (!read.ok) return notApplicable
      const faults = contradictions({ citizenId: read.value.id, ...itemsOf(facts) })
      return faults.length === 0
        ? met('号码与出生日期、性别相符。')
        : unmet(
            faults.map(({ message }) => message).join(''),
            '先按原来的号码和登记恢复，恢复以后查清，另办更正。',
          )
    },
  },
]
