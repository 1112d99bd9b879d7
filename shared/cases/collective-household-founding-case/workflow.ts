import { accepted, refused } from '../../base/outcome.ts'
import { checkCreditCode } from '../../people/credit-code.ts'
import { householdKey } from '../../people/household.ts'
import { defaultPolicyOptions } from '../../policy/options.ts'
import { foundedHousehold } from '../../register/register-changes.ts'
import { officersOf } from '../collective/officers.ts'
import { unusedHouseholdNumber } from '../household-number.ts'
import { levels, type Level } from '../levels.ts'
import { occasionOf } from '../record-ids.ts'
import { actStep } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type CollectiveFoundingFacts } from './fields.ts'
import { policy } from './policy.ts'

/** The police approve it (公通字〔2021〕12号, clause 18); which level, the city's setting says. */
export function decidedBy(): readonly Level[] {
  return levels.slice(0, levels.indexOf(defaultPolicyOptions['collective-household-approval-level']) + 1)
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(lawOf(fields, policy), { levels: decidedBy, afterwards: 'approved' }, [
    'station',
    'county',
  ]),
  found: actStep(fields, {
    name: '立集体户',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '立集体户',
    explain: '给一个没有用过的户号；立户以后打印集体户口簿首页，交协管员签收。',
    fields: { householdNumber: { kind: 'text', label: '户号' } },
    touches: (_caseFile, { householdNumber }) => (householdNumber ? [householdKey(householdNumber)] : []),
    decide: (context, { householdNumber = '' }) => {
      const fault = unusedHouseholdNumber(householdNumber, context.records)
      if (fault) return refused(fault)
      const facts = context.caseFile.form as CollectiveFoundingFacts
      const { unitName = '', collectiveKind = 'unit', address, committee = '', creditCode = '' } = facts
      const code = checkCreditCode(creditCode)
      const household = foundedHousehold(
        {
          number: householdNumber,
          householdKind: 'collective',
          headPersonId: '',
          address: { region: address?.region ?? '', detail: address?.detail ?? '' },
          committee: committee.slice(0, 60),
          collective: {
            collectiveKind,
            unitName: unitName.slice(0, 60),
            creditCode: code.ok ? code.value : '',
            ...officersOf(facts, unitName),
            approvedOn: context.day,
            state: 'normal',
            loans: [],
          },
        },
        occasionOf(context, 'household-founded', `设立集体户：${unitName}`),
      )
      const form = { ...context.caseFile.form, householdNumber }
      return accepted({ status: 'closed', records: [household], form })
    },
  }),
}
