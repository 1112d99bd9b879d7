import { addMonths, dateInChinese } from '../../base/plain-date.ts'
import { isAdult } from '../../people/capacity.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { applicantRules, registeredHere } from '../person-applicant.ts'
import type { CancellationFacts } from './fields.ts'

type CancellationRule = Rule<CancellationFacts>

const hasDied = ({ cause }: CancellationFacts) => cause === 'death' || cause === 'declared-dead'

const doubleGoesElsewhere: CancellationRule = {
  id: 'not-a-double',
  title: '是不是双重户口',
  citations: ['HR-6', 'WR-9'],
  consequence: 'route',
  test: ({ cause }) => {
    if (cause === undefined) return unknown('还没有问为什么注销。', 'cause')
    return cause === 'double'
      ? unmet('一个人有两个户口的，先查清留哪一个。', '请按“双重户口、重号”办理，不在这里直接注销。')
      : met('不是双重户口。')
  },
}

const proven: CancellationRule = {
  id: 'end-proven',
  title: '凭什么注销',
  citations: ['WR-31', 'WR-35', 'WR-36', 'HR-11'],
  consequence: 'ask',
  test: ({ cause, proof }) => {
    if (cause === undefined || cause === 'double') return notApplicable
    if (proof === undefined) return unknown('还没有问凭什么注销。', 'proof')
    if (proof === 'none')
      return unmet(
        '还没有凭据。',
        '死亡凭死亡医学证明、判决书，在家死亡的由居（村）委会证明；出国定居、入籍凭批准文件；迁出由本所查落户通知。',
      )
    if (proof === 'committee' && cause !== 'death')
      return unmet('居（村）委会的证明只用于在家死亡的。', '请带判决书、批准文件等。')
    return met('有凭据。')
  },
}

const deathDate: CancellationRule = {
  id: 'death-date',
  title: '死亡日期对不对',
  citations: ['CC-15', 'WR-34'],
  consequence: 'ask',
  test: (facts, { day }) => {
    if (!hasDied(facts)) return notApplicable
    const { diedOn, person } = facts
    if (!diedOn) return unknown('还没有填死亡日期。', 'diedOn')
    if (diedOn > day)
      return unmet(`死亡日期${dateInChinese(diedOn)}还没有到。`, '请核对年、月、日，是不是月和日写反了。')
    return person?.birthDate !== undefined && diedOn < person.birthDate
      ? unmet('死亡日期早于出生日期。', '请核对是不是同名的另一个人。')
      : met(`${dateInChinese(diedOn)}死亡。`)
  },
}

const inTime: CancellationRule = {
  id: 'declared-in-time',
  title: '一个月内申报没有',
  citations: ['WR-31'],
  consequence: 'warn',
  test: (facts, { day }) => {
    if (!hasDied(facts) || !facts.diedOn || facts.diedOn > day) return notApplicable
    return day <= addMonths(facts.diedOn, numberInForce('death-declaration', day))
      ? met('在一个月以内。')
      : unmet('过了一个月才申报。', '照样办理，不处罚；死亡日期按证明上的写。')
  },
}

const announced: CancellationRule = {
  id: 'announced-before',
  title: '公示、告知过没有',
  citations: ['WR-33', 'WR-37'],
  consequence: 'hold',
  test: ({ cause, proof, publicNotice }) => {
    const isOwnFinding =
      proof === 'notice' &&
      (cause === 'death' || cause === 'settled-abroad' || cause === 'foreign-nationality')
    if (!isOwnFinding) return notApplicable
    if (publicNotice === undefined) return unknown('还没有问公示、告知。', 'publicNotice')
    return publicNotice
      ? met('已经公示或者告知。')
      : unmet('没有人申报、由本所查实的，先公示或者告知。', '公示以后没有异议再注销。')
  },
}

const cardBack: CancellationRule = {
  id: 'card-returned',
  title: '身份证交回了没有',
  citations: ['WR-34', 'WR-35', 'WR-36'],
  consequence: 'warn',
  test: ({ cardReturned, cause }) => {
    if (cause === undefined || cause === 'moved-out') return notApplicable
    if (cardReturned === undefined) return unknown('还没有问身份证。', 'cardReturned')
    return cardReturned
      ? met('身份证已交回。')
      : unmet('身份证还没有交回。', '找不到的由申报人写明，不影响注销。')
  },
}

const headAfterwards: CancellationRule = {
  id: 'head-afterwards',
  title: '谁当新的户主',
  citations: ['WR-15', 'HR-5'],
  consequence: 'ask',
  test: ({ isHead, othersRemain, newHead, person }, { day }) => {
    if (isHead === undefined) return unknown('还没有问是不是户主。', 'isHead')
    if (!isHead) return met('不是户主。')
    if (othersRemain === undefined) return unknown('还没有问户里还有没有别的人。', 'othersRemain')
    if (!othersRemain) return met('户里没有别的人，户口簿收回，撤户。')
    if (!newHead) return unknown('还没有选新的户主。', 'newHead')
    if (newHead.personId === person?.personId || newHead.householdNumber !== person?.householdNumber)
      return unmet(`${newHead.name}不是这一户里的别人。`, '请从这一户的人里选。')
    return newHead.birthDate && !isAdult(newHead.birthDate, day)
      ? unmet(
          `${newHead.name}不满十八周岁。`,
          '户里有成年人的选成年人；只剩未成年人的，先随监护人移居，再注销户主。',
        )
      : met(`${newHead.name}当户主。`)
  },
}

const selfOnlyAlive: CancellationRule = {
  id: 'declarant-can-be',
  title: '申报人对不对',
  citations: ['HR-8', 'WR-31'],
  consequence: 'ask',
  test: (facts) => {
    if (!hasDied(facts) || facts.applicantKind === undefined) return notApplicable
    return facts.applicantKind === 'self'
      ? unmet('死亡注销不能由本人申报。', '请户主、亲属、抚养人申报；没有的由居（村）委会申报。')
      : met('由户主、亲属或者居（村）委会申报。')
  },
}

export const policy: readonly CancellationRule[] = [
  registeredHere<CancellationFacts>(['HR-8', 'WR-31'], '请到户口所在地派出所申报；已经注销的不用再办。'),
  doubleGoesElsewhere,
  proven,
  deathDate,
  inTime,
  announced,
  headAfterwards,
  cardBack,
  selfOnlyAlive,
  ...applicantRules<CancellationFacts>({ subjectOf: () => undefined, agentWillDo: true }).filter(
    ({ id }) => id !== 'subject-alive',
  ),
]
