import { z } from 'zod'
import { accepted } from '../../base/outcome.ts'
import type { CaseStatus } from '../case-file.ts'
import { defineStep } from '../step.ts'
import { judgeForm, questionsOf, readyForDecision, type FormAndLaw } from './judged-form.ts'

/** Steps by which a person has handled a case; who took one of them does not also decide it. */
export const handlingSteps = ['accept', 'amend', 'compareStub', 'enterStub'] as const

/** 批准: the chief's word, judged again from the register of that moment. */
export function approveStep(law: FormAndLaw, status: CaseStatus = 'approved') {
  return defineStep({
    name: '批准',
    permission: 'approve-case',
    from: ['awaiting-approval'],
    to: [status],
    notBy: handlingSteps,
    facts: z.strictObject({
      opinion: z.string().max(500),
      stationName: z.string().max(60),
      /** The chief saw that a question is still open at the city and decided with it open. */
      withOpenQuestion: z.boolean(),
    }),
    touches: (_facts, caseFile) => (caseFile ? law.recordsOf(caseFile.form) : []),
    decide: (context, { stationName, withOpenQuestion }) => {
      const judged = judgeForm(law, context.caseFile?.form ?? {}, context, stationName)
      const ready = readyForDecision(judged, law.fields)
      if (!ready.ok) return ready
      const questions = questionsOf(judged, law.questionAbout(judged.form), context)
      if (questions.some((question) => !question.answer) && !withOpenQuestion) {
        return { ok: false, refusals: [openQuestionUnseen] }
      }
      return accepted({ status, form: judged.form, questions })
    },
  })
}

const openQuestionUnseen = {
  code: 'open-question-unseen',
  field: 'withOpenQuestion',
  message: '还有一项要等市局回答。请确认您知道这一项仍待核查，再批准。',
}

/** 退回补正: back to the desk with a reason. */
export const returnStep = defineStep({
  name: '退回补正',
  permission: 'approve-case',
  from: ['awaiting-approval'],
  to: ['returned'],
  facts: z.strictObject({ reason: z.string().min(1, '请写明退回的理由').max(500) }),
  decide: () => accepted({ status: 'returned' }),
})

/** 撤回: the applicant no longer asks; nothing was printed yet. */
export const withdrawStep = defineStep({
  name: '申请人撤回',
  permission: 'accept-case',
  from: ['awaiting-comparison', 'awaiting-approval', 'returned', 'supplementing', 'approved'],
  to: ['withdrawn'],
  facts: z.strictObject({ reason: z.string().min(1, '请写明撤回的理由').max(500) }),
  decide: () => accepted({ status: 'withdrawn' }),
})
