import { regionName } from '../../codes/gbt2260-region.ts'
import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import { followedParent, otherSide, parentOf, sideNames, type Parent, type Standing } from './family.ts'
import type { BirthFacts } from './fields.ts'

const cannotBeFollowed: Partial<Record<Standing, string>> = {
  military: '是现役军人，没有户口',
  overseas: '在国外永久居留，国内没有户口',
  foreign: '是外国人，没有户口',
  stateless: '是无国籍人，没有户口',
  deceased: '已去世',
}

/** Whom the child follows, and whether this is the station for it. */
export const followRules: readonly Rule<BirthFacts>[] = [
  {
    id: 'follow-chosen',
    title: '随谁登记',
    citations: ['CF-2.3-B', 'WR-19', 'SC96-1'],
    consequence: 'ask',
    test: ({ follows }) => {
      if (follows === undefined) return unknown('父母还没有选随谁登记。', 'follows')
      return follows === 'grandparent'
        ? met('选随祖父母或者外祖父母。')
        : met(`父母选随${sideNames[follows]}；随父随母自愿，不问第几个孩子、婚内婚外。`)
    },
  },
  {
    id: 'followed-has-hukou',
    title: '所随的人有没有户口可随',
    citations: ['WR-19', 'WR-20'],
    consequence: 'refuse',
    test: (facts) => hasHukou(facts),
  },
  {
    id: 'followed-registered-first',
    title: '所随的人是不是先要解决自己的户口',
    citations: ['SC96-8', 'WR-30'],
    consequence: 'route',
    test: (facts) => {
      const parent = followedParent(facts)
      if (parent?.standing === undefined) return notApplicable
      const isOut = parent.standing === 'unregistered' || parent.person?.status === 'cancelled'
      return isOut
        ? unmet(
            `${parent.word}自己现在没有户口。`,
            `${offerOther(facts, parent)}另一方也没有户口的，请先给${parent.word}办补录、恢复或者其他无户口人员登记，再办孩子的。`,
          )
        : met(`${parent.word}现在有户口。`)
    },
  },
  {
    id: 'followed-at-this-station',
    title: '所随的人户口在不在本所',
    citations: ['WR-20', 'WR-8', 'HR-3'],
    consequence: 'refer',
    test: (facts, { stationName }) =>
      facts.follows === 'grandparent' ? elderAtHome(facts, stationName) : parentAtHome(facts, stationName),
  },
]

function hasHukou(facts: BirthFacts): Verdict {
  if (facts.follows === 'grandparent') {
    if (facts.grandparent === undefined) return unknown('还没有填所随的老人。', 'grandparent')
    return facts.grandparent.status === 'deceased' || facts.grandparent.status === 'cancelled'
      ? unmet(`${facts.grandparent.name}的户口已经注销。`, '请改随另一位老人，或者随父母一方。')
      : met('老人有户口。')
  }
  const parent = followedParent(facts)
  if (!parent) return unknown('父母还没有选随谁登记。', 'follows')
  if (parent.standing === undefined) return standingUnknown(facts, parent)
  const why =
    parent.person?.status === 'deceased' ? cannotBeFollowed.deceased : cannotBeFollowed[parent.standing]
  return why === undefined
    ? met(`${parent.word}的户口可以随。`)
    : unmet(`${parent.word}${why}，不能随${parent.word}登记。`, whomElse(facts, parent))
}

function standingUnknown({ fatherOnCertificate }: BirthFacts, { side, word }: Parent): Verdict {
  return side === 'father' && fatherOnCertificate === undefined
    ? unknown('还没有填出生证上的父亲一栏。', 'fatherOnCertificate')
    : unknown(`还没有填${word}的户口。`, `${side}Standing`)
}

function whomElse(facts: BirthFacts, parent: Parent): string {
  const offered = offerOther(facts, parent)
  return offered === '' ? '请改随有户口的祖父母或者外祖父母；都没有的，由所长商旗县区户政决定。' : offered
}

/** The other parent, where there is one with a registration to follow. */
export function offerOther(facts: BirthFacts, { side }: Parent): string {
  const other = parentOf(facts, otherSide(side))
  if (other.standing === 'here') return `可以改随${other.word}，在本所登记。`
  if (other.standing === 'elsewhere') return `可以改随${other.word}，到${homeOf(other)}登记。`
  return ''
}

export function homeOf({ word, person }: Parent): string {
  const region = person?.address && regionName(person.address.region)
  return `${word}户口所在地${region ? `（${region}）` : ''}的派出所`
}

function parentAtHome(facts: BirthFacts, stationName: string): Verdict {
  const parent = followedParent(facts)
  if (!parent) return unknown('父母还没有选随谁登记。', 'follows')
  if (parent.standing === undefined) return standingUnknown(facts, parent)
  if (parent.standing === 'elsewhere' || parent.person?.status === 'moved-out') {
    const other = parentOf(facts, otherSide(parent.side))
    const offered =
      other.standing === 'here' ? `父母愿意的，也可以改随${other.word}，在${stationName}登记。` : ''
    return unmet(`${parent.word}的户口不在${stationName}。`, `请到${homeOf(parent)}申报。${offered}`)
  }
  return parent.standing === 'here' ? met(`${parent.word}的户口在${stationName}。`) : notApplicable
}

function elderAtHome({ grandparentHere, grandparent }: BirthFacts, stationName: string): Verdict {
  if (grandparentHere === undefined) return unknown('还没有填老人的户口在不在本所。', 'grandparentHere')
  const region = grandparent?.address && regionName(grandparent.address.region)
  return grandparentHere && grandparent?.status !== 'moved-out'
    ? met(`老人的户口在${stationName}。`)
    : unmet(
        `老人的户口不在${stationName}。`,
        `请到老人户口所在地${region ? `（${region}）` : ''}的派出所申报。`,
      )
}
