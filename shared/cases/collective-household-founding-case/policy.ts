import { chifengTownships } from '../../codes/chifeng-township.ts'
import { checkCreditCode } from '../../people/credit-code.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { officerRules } from '../collective/officers.ts'
import { applicantRules } from '../person-applicant.ts'
import type { CollectiveFoundingFacts } from './fields.ts'

type FoundingRule = Rule<CollectiveFoundingFacts>

const inArea: FoundingRule = {
  id: 'address-in-area',
  title: '地址归不归本所管',
  citations: ['WR-18', 'HR-3'],
  consequence: 'refer',
  test: ({ placeInArea }, { stationName }) => {
    if (placeInArea === undefined) return unknown('还没有问地址归不归本所。', 'placeInArea')
    return placeInArea
      ? met(`归${stationName}管。`)
      : unmet('地址不归本所管。', '请到地址所在的派出所申请，材料照这张单子带。')
  },
}

const needed: FoundingRule = {
  id: 'members-need-it',
  title: '有没有要落集体户的人',
  citations: ['CF-2.2', 'WR-14'],
  consequence: 'refuse',
  test: ({ needsIt }) => {
    if (needsIt === undefined) return unknown('还没有问有没有要落集体户的人。', 'needsIt')
    return needsIt
      ? met('有人没有别的地方能登记。')
      : unmet('没有人要落集体户。', '有了符合落户条件、又没有住处能登记的人，再来申请。')
  },
}

const notTwice: FoundingRule = {
  id: 'no-second-household',
  title: '是不是已经有集体户',
  citations: ['WR-18'],
  consequence: 'route',
  test: ({ alreadyHas }) => {
    if (alreadyHas === undefined) return unknown('还没有问有没有集体户。', 'alreadyHas')
    return alreadyHas
      ? unmet('这个单位在本所已经有集体户。', '不用再设，新来的人进原来的集体户；换户主、协管员的另办变更。')
      : met('还没有集体户。')
  },
}

const creditCodeRight: FoundingRule = {
  id: 'credit-code',
  title: '统一社会信用代码对不对',
  citations: ['WR-18'],
  consequence: 'ask',
  test: ({ creditCode }) => {
    if (!creditCode) return unknown('还没有填统一社会信用代码。', 'creditCode')
    const checked = checkCreditCode(creditCode)
    return checked.ok
      ? met('代码的校验位对得上。')
      : unmet(
          checked.refusals.map(({ message }) => message).join(''),
          '证照上的代码看不清的，请单位带原件来。',
        )
  },
}

const dwelling: FoundingRule = {
  id: 'dwelling-shown',
  title: '有没有用房的证明',
  citations: ['WR-14', 'WR-18'],
  consequence: 'ask',
  test: ({ dwellingShown }) => {
    if (dwellingShown === undefined) return unknown('还没有核对用房的证明。', 'dwellingShown')
    return dwellingShown
      ? met('用房有证明。')
      : unmet('没有用房的证明。', '产权、租赁、上级拨用的文件有一样即可，自己的房子由单位写说明。')
  },
}

const countryside: FoundingRule = {
  id: 'not-town-by-itself',
  title: '地址算不算城镇',
  citations: ['CF-2.2', 'CF-3.1'],
  consequence: 'warn',
  test: ({ township }) => {
    if (!township) return notApplicable
    const found = chifengTownships.entries.find(({ code }) => code === township)
    return found?.countsAsTown
      ? met('地址在城镇。')
      : unmet(
          `${found?.name ?? '这个地方'}不在建制镇和街道范围。`,
          '可以设集体户，但是不因此算城镇；统计仍按住址。',
        )
  },
}

/** Law of founding a collective household, in the order in which a clerk would ask. */
export const policy: readonly FoundingRule[] = [
  inArea,
  needed,
  notTwice,
  creditCodeRight,
  dwelling,
  ...officerRules<CollectiveFoundingFacts>(),
  countryside,
  ...applicantRules<CollectiveFoundingFacts>({
    subjectOf: () => undefined,
    agentWillDo: true,
  }).filter(({ id }) => id !== 'subject-alive'),
]
