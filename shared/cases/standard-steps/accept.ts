import { z } from 'zod'
import { accepted } from '../../base/outcome.ts'
import type { CaseStatus } from '../case-file.ts'
import { defineStep } from '../step.ts'
import {
  judgedFormSchema,
  judgeForm,
  questionsOf,
  readyForAcceptance,
  type FormAndLaw,
  type JudgedForm,
} from './judged-form.ts'

/** Station in twelve digits (six on numbers of the first program), device, day and counter: unique without asking anybody. */
export const acceptanceNumberSchema = z.string().regex(/^(\d{6}|\d{12})-[A-Z0-9]{2,6}-\d{8}-\d{3,5}$/)

export interface Leads {
  readonly to: readonly CaseStatus[]
  /** Where the accepted form goes: straight to the chief, or first to a second pair of eyes, or to the police to look into. */
  readonly next: (judged: JudgedForm) => CaseStatus
}

/** Straight to the chief when nothing is left open; otherwise the police look into it first. */
export const investigatedWhenOpen: Leads = {
  to: ['investigating', 'awaiting-approval'],
  next: ({ judgement }) => (judgement.conclusion === 'ready' ? 'awaiting-approval' : 'investigating'),
}

/** 受理: the form is complete, no rule stands against it, the case waits for the decision. */
export function acceptStep(law: FormAndLaw, leads: Leads) {
  return defineStep({
    name: '受理并送审',
    permission: 'accept-case',
    from: ['new'],
    to: leads.to,
    facts: judgedFormSchema(law.fields).extend({ number: acceptanceNumberSchema }),
    touches: ({ form }) => law.recordsOf(form),
    decide: (context, { form, number, stationName }) => {
      const judged = judgeForm(law, form, context, stationName)
      const ready = readyForAcceptance(judged, law.fields)
      if (!ready.ok) return ready
      return accepted({
        status: leads.next(judged),
        number,
        form: judged.form,
        questions: questionsOf(law, judged, context),
      })
    },
  })
}

/** 补正: a returned or incomplete case is corrected and handed in again. */
export function amendStep(law: FormAndLaw, leads: Leads) {
  return defineStep({
    name: '补正后送审',
    permission: 'accept-case',
    from: ['returned', 'supplementing'],
    to: leads.to,
    facts: judgedFormSchema(law.fields),
    touches: ({ form }) => law.recordsOf(form),
    decide: (context, { form, stationName }) => {
      const judged = judgeForm(law, form, context, stationName)
      const ready = readyForAcceptance(judged, law.fields)
      if (!ready.ok) return ready
      const questions = questionsOf(law, judged, context)
      return accepted({ status: leads.next(judged), form: judged.form, questions })
    },
  })
}
