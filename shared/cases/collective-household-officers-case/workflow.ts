import { accepted, refused } from '../../base/outcome.ts'
import { changedHousehold } from '../../register/register-changes.ts'
import { collectiveGone, findCollective } from '../collective/household-rules.ts'
import { officersOf } from '../collective/officers.ts'
import type { Level } from '../levels.ts'
import { occasionOf } from '../record-ids.ts'
import { actStep } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type OfficersFacts } from './fields.ts'
import { policy } from './policy.ts'

export const decidedBy = (): readonly Level[] => ['station']

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(lawOf(fields, policy), { levels: decidedBy, afterwards: 'approved' }),
  change: actStep(fields, {
    name: '登记变更',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记户主和协管员',
    explain: '登记以后换发集体户口簿首页。',
    fields: {},
    decide: (context) => {
      const facts = context.caseFile.form as OfficersFacts
      const household = findCollective(context.records, facts)
      if (!household) return refused(collectiveGone)
      const { collective } = household
      const officers = officersOf(facts, collective.unitName)
      const occasion = occasionOf(context, 'corrected', (facts.reason ?? '').slice(0, 300))
      const line = {
        item: '户主、协管员',
        before: `${collective.headName}、${collective.steward.name}`,
        after: `${officers.headName}、${officers.steward.name}`,
      }
      const changed = changedHousehold(
        household,
        { collective: { ...collective, ...officers } },
        line,
        occasion,
      )
      return accepted({ status: 'closed', records: [changed] })
    },
  }),
}
