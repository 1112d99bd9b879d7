import { z } from 'zod'
import { accepted, refused } from '../../base/outcome.ts'
import { factsSchema, fieldsAfterAcceptance } from '../fields.ts'
import { levelsOfDecision, type Level } from '../levels.ts'
import { defineStep } from '../step.ts'
import { judgeForm, readyForDecision, reasonsAgainst, type FormAndLaw } from './judged-form.ts'

/**
 * 调查核实: what the police find out after acceptance goes onto the case, as often as needed; the case moves on to the
 * chief when nothing is missing and no rule stands against it any more (公通字〔2021〕12号, clause 9).
 */
export function investigateStep(law: FormAndLaw) {
  const fields = fieldsAfterAcceptance(law.fields)
  return defineStep({
    name: '保存核查结果',
    permission: 'investigate-case',
    from: ['investigating'],
    to: ['investigating', 'awaiting-approval'],
    panel: {
      title: '调查核实',
      explain: '可以分几次保存；没有空项、也没有规定挡住时，本案自动送审。',
      fields,
      startsFromForm: true,
    },
    facts: z.strictObject({ form: factsSchema(fields), stationName: z.string().max(60) }),
    touches: ({ form }, caseFile) => law.recordsOf({ ...caseFile?.form, ...form }),
    decide: (context, { form, stationName }) => {
      const before = Object.entries(context.caseFile?.form ?? {}).filter(([key]) => !(key in fields))
      const together = { ...Object.fromEntries(before), ...form }
      const judged = judgeForm(law, together, context, stationName, 'decision')
      const ready = readyForDecision(judged, law.fields).ok
      return accepted({ status: ready ? 'awaiting-approval' : 'investigating', form: judged.form })
    },
  })
}

const openStatuses = ['investigating', 'returned', 'supplementing'] as const

/**
 * 不予办理 after acceptance: only where the rules come to it on what was found since; the decision names fact and clause.
 */
export function refuseAfterAcceptanceStep(law: FormAndLaw, possible: readonly Level[]) {
  return defineStep({
    name: '不予办理',
    permission: 'refuse-case',
    from: [...openStatuses, ...possible.map((level) => levelsOfDecision[level].status)],
    to: ['refused'],
    facts: z.strictObject({ stationName: z.string().max(60), note: z.string().max(500) }),
    touches: (_facts, caseFile) => (caseFile ? law.recordsOf(caseFile.form) : []),
    decide: (context, { stationName }) => {
      const judged = judgeForm(law, context.caseFile?.form ?? {}, context, stationName, 'decision')
      if (['refuse', 'block', 'refer', 'route'].includes(judged.judgement.conclusion)) {
        return accepted({ status: 'refused', form: judged.form })
      }
      const still = reasonsAgainst(judged.judgement).map(({ message }) => message)
      return refused({
        code: 'rules-say-otherwise',
        message: `现有情况没有一条规定不允许办理，不能作出不予办理的决定。${still.join('')}`,
      })
    },
  })
}
