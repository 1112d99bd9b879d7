import { isAdult } from '../../people/capacity.ts'
import { checkCitizenId } from '../../people/citizen-id.ts'
import { met, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { defineFields, type FactsOf } from '../fields.ts'

/** Head and steward of a collective household (公通字〔2021〕12号, clause 15). */
export const officerFields = defineFields({
  headName: { kind: 'name', label: '户主姓名', hint: '由单位、社区指定' },
  headCitizenId: { kind: 'citizenId', label: '户主公民身份号码' },
  headCapable: { kind: 'yesNo', label: '户主有完全民事行为能力' },
  stewardName: { kind: 'name', label: '协管员姓名', hint: '替单位保管户口簿、办进出和借用的人' },
  stewardCitizenId: { kind: 'citizenId', label: '协管员公民身份号码' },
  stewardPhone: { kind: 'phone', label: '协管员电话' },
  stewardAppointed: { kind: 'yesNo', label: '有单位指定协管员的文件' },
})
export type OfficerFacts = FactsOf<typeof officerFields>

/** A head who can act, and somebody named by the unit who looks after the book. */
export function officerRules<Facts extends OfficerFacts>(): readonly Rule<Facts>[] {
  return [
    {
      id: 'head-can-act',
      title: '户主能不能当',
      citations: ['WR-15'],
      consequence: 'ask',
      test: ({ headName, headCitizenId, headCapable }, { day }) => {
        if (!headName) return unknown('还没有填户主。', 'headName')
        if (headCapable === undefined) return unknown('还没有问户主有没有行为能力。', 'headCapable')
        const checked = checkCitizenId(headCitizenId ?? '', { today: day, allowUnissuedSequence: true })
        if (checked.ok && !isAdult(checked.value.birthDate, day))
          return unmet(`${headName}不满十八周岁，不能当户主。`, '请单位另外指定一个成年人。')
        return headCapable
          ? met('户主可以当。')
          : unmet(`${headName}没有完全民事行为能力，不能当户主。`, '请单位另外指定一个人。')
      },
    },
    {
      id: 'steward-appointed',
      title: '有没有专人管理',
      citations: ['WR-15'],
      consequence: 'ask',
      test: ({ stewardName, stewardAppointed }) => {
        if (stewardAppointed === undefined) return unknown('还没有问有没有指定协管员。', 'stewardAppointed')
        return stewardAppointed && stewardName
          ? met(`${stewardName}协助管理。`)
          : unmet('单位还没有指定专人协助管理集体户。', '请带盖了章的指定文件，写明协管员姓名、号码、电话。')
      },
    },
  ]
}

/** Head and steward as the household's record holds them. */
export function officersOf(facts: OfficerFacts, appointedBy: string) {
  return {
    headName: facts.headName ?? '',
    steward: {
      name: facts.stewardName ?? '',
      citizenId: facts.stewardCitizenId ?? '',
      phone: facts.stewardPhone ?? '',
      appointedBy: appointedBy.slice(0, 60),
    },
  }
}
