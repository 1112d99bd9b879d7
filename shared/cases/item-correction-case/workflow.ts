import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { changeCategories } from '../../codes/gat2000-24-change-category.ts'
import { composeCitizenId } from '../../people/compose-citizen-id.ts'
import { residentKey, type ResidentRecord } from '../../people/resident.ts'
import { changedPerson } from '../../register/register-changes.ts'
import { findPerson, numberEverKey } from '../../register/record.ts'
import { drawnSequence } from '../drawn-sequence.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { occasionOf } from '../record-ids.ts'
import { actStep } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { categoryOf, changeOf, needsNewNumber } from './after.ts'
import { changesIdentity, fields, type CorrectionFacts } from './fields.ts'
import { policy } from './policy.ts'

/** Birth date: county and city; who somebody is: the county; everything else the station (clause 9). */
export function decidedBy(facts: PartialFacts): readonly Level[] {
  const { item } = facts as CorrectionFacts
  if (item === 'birthDate') return ['station', 'county', 'city']
  return changesIdentity(facts) ? ['station', 'county'] : ['station']
}

const law = lawOf(fields, policy)

const gone: Refusal = { code: 'person-gone', message: '登记里没有找到这个人在册的户口。请退回补正。' }

/** The number that goes with the corrected birth date or sex; the county of first registration stays in it. */
function newNumber(form: PartialFacts, sequence: string | undefined, now?: ResidentRecord): Outcome<string> {
  const facts = form as CorrectionFacts
  const before = now ?? facts.person
  return composeCitizenId({
    countyCode: (before?.citizenId ?? '').slice(0, 6),
    birthDate: facts.newBirthDate ?? before?.birthDate ?? '',
    sex: facts.newSex ?? before?.sex ?? '0',
    sequence: sequence ?? '',
  })
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }, ['station', 'county', 'city']),
  enter: actStep(fields, {
    name: '登记变更更正',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记变更、更正',
    explain: '改出生日期、性别、号码的，要按顺序码登记表重新编号，原号码留在变更记载里；登记以后换领身份证。',
    fields: {
      sequence: {
        kind: 'text',
        label: '新号码的顺序码',
        hint: '3 位数字，男单女双',
        asked: (facts) => needsNewNumber(facts),
      },
    },
    touches: ({ form }, { sequence }) => {
      const number = needsNewNumber(form) ? newNumber(form, sequence) : undefined
      return number?.ok ? [numberEverKey(number.value)] : []
    },
    draws: ({ form, station }, { sequence }) =>
      needsNewNumber(form)
        ? drawnSequence(((form as CorrectionFacts).person?.citizenId ?? '').slice(0, 6), station, sequence)
        : [],
    decide: (context, { sequence }) => {
      const facts = context.caseFile.form as CorrectionFacts
      const person = findPerson(context.records, residentKey(facts.person?.personId ?? ''))
      if (person?.status !== 'registered') return refused(gone)
      const number = needsNewNumber(facts) ? newNumber(facts, sequence, person) : accepted(person.citizenId)
      if (!number.ok) return number
      const holder = findPerson(context.records, numberEverKey(number.value))
      if (holder && holder.id !== person.id) {
        const message = `这个号码已经编给${holder.name}。请核对顺序码登记表，换下一个顺序码。`
        return refused({ code: 'number-taken', field: 'sequence', message, citation: 'WR-4' })
      }
      const category = changeCategories.name(categoryOf(facts)) ?? ''
      const reason = `${category}：${facts.reason ?? ''}`.slice(0, 300)
      const changed = changedPerson(
        person,
        { ...changeOf(facts), ...formerNameAfter(facts, person), citizenId: number.value },
        occasionOf(context, 'corrected', reason),
      )
      return accepted({ status: 'closed', records: [changed] })
    },
  }),
}

/** A changed name becomes a former name; one that was written wrongly does not (公通字〔2021〕12号, clause 49). */
function formerNameAfter(
  facts: CorrectionFacts,
  { name, formerName }: ResidentRecord,
): Partial<ResidentRecord> {
  if (facts.item !== 'name' || facts.way === 'correct') return {}
  const names = [...formerName.split('、'), name].filter((each) => each !== '')
  return { formerName: [...new Set(names)].join('、').slice(0, 120) }
}
