import { z } from 'zod'
import { accepted, refused } from '../../base/outcome.ts'
import { plainDateSchema } from '../../base/plain-date.ts'
import { findSheet, type RegisterRecord } from '../../register/record.ts'
import {
  caseStatuses,
  cityAnswerValueSchema,
  findIssuedSheet,
  type CaseFile,
  type OpenQuestion,
} from '../case-file.ts'
import { speaksAgainst } from '../city-questions.ts'
import { defineStep, type StepContext } from '../step.ts'

const answerFacts = z.strictObject({
  questionId: z.string(),
  value: cityAnswerValueSchema,
  on: plainDateSchema.optional(),
  office: z.string().max(60).optional(),
})
type Answer = z.infer<typeof answerFacts>

/** 市局答复: lands on the case as evidence. An answer against what was done here is a conflict for a person. */
export const cityAnswerStep = defineStep({
  name: '市局答复',
  permission: 'answer-for-the-city',
  from: caseStatuses,
  to: [],
  beside: true,
  facts: answerFacts,
  touches: ({ questionId }, caseFile) => {
    const question = caseFile?.questions.find(({ id }) => id === questionId)
    return question?.kind === 'landed' && question.about !== '' ? [question.about] : []
  },
  decide: (context, answer) => {
    const { caseFile } = context
    const question = caseFile?.questions.find((candidate) => candidate.id === answer.questionId)
    if (!caseFile || !question)
      return refused({ code: 'no-such-question', message: '案件里没有这个待核查的问题。' })
    return accepted({
      status: caseFile.status,
      questions: caseFile.questions.map((each) =>
        each === question ? answered(each, answer, context, caseFile) : each,
      ),
      records: question.kind === 'landed' ? landedRecord(question.about, answer, context) : [],
    })
  },
})

function answered(
  question: OpenQuestion,
  answer: Answer,
  { action }: StepContext,
  caseFile: CaseFile,
): OpenQuestion {
  const { value, on, office } = answer
  const stillOpen = !['referred', 'refused', 'withdrawn'].includes(caseFile.status)
  const said: OpenQuestion = {
    ...question,
    answer: { value, at: action.at, ...(on ? { on } : {}), ...(office ? { office } : {}) },
  }
  return { ...said, conflict: speaksAgainst(said) && stillOpen }
}

/** The certificate asked about has landed: the register says so from now on, whatever else became of it. */
function landedRecord(about: string, answer: Answer, { records, day }: StepContext): RegisterRecord[] {
  const sheet = findSheet(records, about)
  if (answer.value !== 'landed' || !sheet) return []
  const landing = { on: answer.on ?? day, office: answer.office ?? '', source: 'city' as const }
  return [{ ...sheet, state: sheet.state === 'issued' ? 'landed' : sheet.state, landing }]
}

const conflictStatuses = caseStatuses.filter((status) => status !== 'printing')

/**
 * 处理冲突: a person decides what the city's contrary answer means. Taking the new certificate back voids it; keeping
 * it says why the city's answer is mistaken. A case whose certificate is not printed yet ends here as refused.
 */
export const settleConflictStep = defineStep({
  name: '处理冲突',
  permission: 'settle-conflict',
  from: conflictStatuses,
  to: ['refused'],
  beside: true,
  facts: z.strictObject({
    questionId: z.string(),
    decision: z.enum(['withdraw-certificate', 'keep']),
    note: z.string().min(1, '请写明处理的理由').max(500),
  }),
  touches: (_facts, caseFile) => {
    const sheet = caseFile && findIssuedSheet(caseFile)
    return sheet ? [sheet] : []
  },
  decide: (context, { questionId, decision, note }) => {
    const { caseFile, action } = context
    const question = caseFile?.questions.find((candidate) => candidate.id === questionId)
    if (!caseFile || !question?.conflict || question.settled) {
      return refused({ code: 'no-conflict', message: '这个问题没有冲突，或者已经处理过了。' })
    }
    const settled = { by: action.by.name, at: action.at, note }
    const questions = caseFile.questions.map((each) => (each === question ? { ...each, settled } : each))
    if (decision === 'keep') return accepted({ status: caseFile.status, questions })
    if (caseFile.status === 'closed' && !findIssuedSheet(caseFile)) return refused(undoneByItsOwnCase)
    return accepted({
      status: 'refused',
      questions,
      records: withdrawnCertificate(context),
      sheets: caseFile.sheets.map((sheet) =>
        sheet.outcome === 'issued' ? { ...sheet, outcome: 'withdrawn' } : sheet,
      ),
    })
  },
})

/** What stands in the register is not undone by a click: its own matter cancels it, with its own papers. */
const undoneByItsOwnCase = {
  code: 'register-already-changed',
  message:
    '本案已经登记进底册，不能在这里撤销。请按“双重户口”或者“注销户口”另案办理，再回到这里写明结果，选“市局答复有误或者已另案处理”。',
}

function withdrawnCertificate({ caseFile, records, day }: StepContext): RegisterRecord[] {
  const key = caseFile && findIssuedSheet(caseFile)
  const sheet = key ? findSheet(records, key) : undefined
  if (!sheet) return []
  return [
    {
      ...sheet,
      state: 'void',
      voided: { on: day, reason: 'withdrawn', ...(caseFile ? { caseId: caseFile.id } : {}) },
    },
  ]
}
