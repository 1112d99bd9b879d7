import { z } from 'zod'
import { accepted, refused } from '../../base/outcome.ts'
import type { CaseStatus, OpenQuestion } from '../case-file.ts'
import { questionWords } from '../city-questions.ts'
import type { PartialFacts } from '../fields.ts'
import { levelsOfDecision, type Level } from '../levels.ts'
import { defineStep, type Step } from '../step.ts'
import { judgeForm, questionsOf, readyForDecision, type FormAndLaw } from './judged-form.ts'

/** Steps by which a person has handled a case; who took one of them does not also decide it. */
export const handlingSteps = [
  'accept',
  'amend',
  'compareCounterfoil',
  'enterCounterfoil',
  'investigate',
] as const

/** The levels that a case of these facts goes through, and where it stands after the last of them. */
export interface Chain {
  readonly levels: (form: PartialFacts) => readonly Level[]
  readonly afterwards: CaseStatus
  /**
   * Whoever has the last word waits for the city's answers: who somebody without hukou is, and that nobody else stands under
   * the number, is compared before it is decided (公通字〔2021〕12号, clause 9). Levels below may pass the case on with a
   * question open; elsewhere the decider may decide knowing of it.
   */
  readonly onlyWhenAnswered?: (form: PartialFacts) => boolean
}

export const stationAlone: Chain = { levels: () => ['station'], afterwards: 'approved' }

/** 批准 and 退回 at every level that a case type may need. */
export function approvalSteps(law: FormAndLaw, chain: Chain, possible: readonly Level[] = ['station']) {
  return Object.fromEntries(
    possible.flatMap((level) => {
      const { step, returnStep } = levelsOfDecision[level]
      return [
        [step, approveStep(law, chain, level, possible)],
        [returnStep, returnedStep(level)],
      ] as [string, Step][]
    }),
  )
}

/** 批准: a level's word, judged again from the register of that moment. No hand decides twice in one case. */
function approveStep(law: FormAndLaw, chain: Chain, level: Level, possible: readonly Level[]) {
  const { name, status, permission } = levelsOfDecision[level]
  const others = possible.filter((other) => other !== level)
  return defineStep({
    name,
    permission,
    from: [status],
    to: [...others.map((other) => levelsOfDecision[other].status), chain.afterwards],
    secondHand: true,
    notBy: [...handlingSteps, ...others.map((other) => levelsOfDecision[other].step)],
    ...(chain.onlyWhenAnswered
      ? { waitsForAnswers: (form: PartialFacts) => needsAnswers(chain, form, level) }
      : {}),
    facts: z.strictObject({
      opinion: z.string().max(500),
      stationName: z.string().max(60),
      /** The decider saw that a question is still open at the city and decided with it open. */
      withOpenQuestion: z.boolean(),
    }),
    touches: (_facts, caseFile) => (caseFile ? law.recordsOf(caseFile.form) : []),
    decide: (context, { stationName, withOpenQuestion }) => {
      const judged = judgeForm(law, context.caseFile?.form ?? {}, context, stationName, 'decision')
      const ready = readyForDecision(judged, law.fields)
      if (!ready.ok) return ready
      const questions = questionsOf(law, judged, context)
      const open = questions.filter((question) => !question.answer)
      if (open.length > 0 && needsAnswers(chain, judged.form, level)) {
        return refused(unanswered(open))
      }
      if (open.length > 0 && !withOpenQuestion) return refused(openQuestionUnseen)
      return accepted({ status: nextStatus(chain, judged.form, level), form: judged.form, questions })
    },
  })
}

function nextStatus(chain: Chain, form: PartialFacts, level: Level): CaseStatus {
  const asked = chain.levels(form)
  const next = asked[asked.indexOf(level) + 1]
  return next ? levelsOfDecision[next].status : chain.afterwards
}

function needsAnswers(chain: Chain, form: PartialFacts, level: Level): boolean {
  const isLastWord = nextStatus(chain, form, level) === chain.afterwards
  return isLastWord && chain.onlyWhenAnswered?.(form) === true
}

function unanswered(open: readonly OpenQuestion[]) {
  const asked = open.map(({ kind }) => `“${questionWords[kind].ask}”`).join('、')
  return {
    code: 'question-unanswered',
    message: `市局还没有答复${asked}。这类事项要等市局答复后才能批准，可以先把材料备齐。`,
    citation: 'WR-9',
  }
}

const openQuestionUnseen = {
  code: 'open-question-unseen',
  field: 'withOpenQuestion',
  message: '还有要等市局回答的问题。请确认您知道这些仍待核查，再批准。',
}

/** 退回补正: back to the desk with a reason. */
function returnedStep(level: Level) {
  const { status, permission } = levelsOfDecision[level]
  return defineStep({
    name: '退回补正',
    permission,
    from: [status],
    to: ['returned'],
    secondHand: true,
    facts: z.strictObject({ reason: z.string().min(1, '请写明退回的理由').max(500) }),
    decide: () => accepted({ status: 'returned' }),
  })
}

/** 撤回: the applicant no longer asks; nothing was printed or registered yet. */
export const withdrawStep = defineStep({
  name: '申请人撤回',
  permission: 'accept-case',
  from: [
    'awaiting-comparison',
    'investigating',
    'awaiting-approval',
    'awaiting-county',
    'awaiting-city',
    'returned',
    'supplementing',
    'approved',
  ],
  to: ['withdrawn'],
  onAnyForm: true,
  facts: z.strictObject({ reason: z.string().min(1, '请写明撤回的理由').max(500) }),
  decide: () => accepted({ status: 'withdrawn' }),
})
