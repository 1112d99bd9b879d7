import { z } from 'zod'
import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { citeInWords } from '../../policy/instruments/index.ts'
import { judge, type Judgement } from '../../policy/judge.ts'
import type { Rule } from '../../policy/rule.ts'
import type { RecordView } from '../../register/record.ts'
import type { OpenQuestion } from '../case-file.ts'
import { askedFacts, factsSchema, missingFacts, type Fields, type PartialFacts } from '../fields.ts'
import type { StepContext } from '../step.ts'

/** What a case type hands to the standard steps: its form, its law, and what its records say today. */
export interface FormAndLaw {
  readonly fields: Fields
  readonly policy: readonly Rule<PartialFacts>[]
  /** Keys of the records that the form names. */
  readonly recordsOf: (form: PartialFacts) => readonly string[]
  /** The form with what the register says now in place of what the clerk saw when picking. */
  readonly refresh: (form: PartialFacts, records: RecordView) => PartialFacts
  /** What the register itself says against the form, beside the rules: a person who has gone, a sheet already here. */
  readonly recordFaults?: (form: PartialFacts, records: RecordView) => readonly Refusal[]
  /** The record that a question to the city is about. */
  readonly questionAbout: (form: PartialFacts) => string
}

/** A form as recorded: the facts asked for, and the judgement made on them at the counter (kept for later years). */
export function judgedFormSchema(fields: Fields) {
  return z.strictObject({
    form: factsSchema(fields),
    stationName: z.string().max(60),
    judged: z.object({
      day: z.string(),
      conclusion: z.string(),
      rules: z.record(z.string(), z.string()),
      instruments: z.record(z.string(), z.string()),
    }),
  })
}

export interface JudgedForm {
  readonly form: PartialFacts
  readonly judgement: Judgement
  readonly missing: readonly string[]
  readonly recordFaults: readonly Refusal[]
}

/** Judges the form again from the register itself: what the counter showed is kept, but never believed. */
export function judgeForm(
  law: FormAndLaw,
  form: PartialFacts,
  context: StepContext,
  stationName: string,
): JudgedForm {
  const asked = askedFacts(law.fields, law.refresh(form, context.records))
  const setting = { day: context.day, stationCode: context.action.station, stationName }
  return {
    form: asked,
    judgement: judge(law.policy, asked, setting),
    missing: missingFacts(law.fields, asked),
    recordFaults: law.recordFaults?.(asked, context.records) ?? [],
  }
}

/** A form may go on to a decision when everything asked is answered and no rule stands against it. */
export function readyForDecision(judged: JudgedForm, fields: Fields): Outcome<JudgedForm> {
  const empty = judged.missing.map((key) => ({
    code: 'missing-fact',
    field: key,
    message: `还没有填写“${fields[key]?.label ?? key}”。`,
  }))
  if (empty.length > 0) return refused(...empty)
  if (judged.recordFaults.length > 0) return refused(...judged.recordFaults)
  if (judged.judgement.conclusion === 'ready') return accepted(judged)
  return refused(...reasonsAgainst(judged.judgement))
}

/** Each rule that stands in the way, with what would change it. */
export function reasonsAgainst(judgement: Judgement) {
  return judgement.findings.flatMap(({ ruleId, title, verdict, citations, cityQuestion, consequence }) => {
    const citation = citations[0]
    const behind = citation ? { citation } : {}
    if (verdict.kind === 'unmet') {
      const source = citation ? `（${citeInWords(citation)}）` : ''
      return [{ code: ruleId, message: `${verdict.because}${verdict.remedy}${source}`, ...behind }]
    }
    if (verdict.kind !== 'unknown' || cityQuestion || consequence === 'warn') return []
    const field = verdict.needs[0]
    return [
      {
        code: ruleId,
        message: `“${title}”还不能判断：${verdict.because}`,
        ...behind,
        ...(field ? { field } : {}),
      },
    ]
  })
}

/** The questions that the case carries to the city because nobody could know the answer without a line. */
export function questionsOf(judged: JudgedForm, about: string, context: StepContext): OpenQuestion[] {
  const before = context.caseFile?.questions ?? []
  const asked = judged.judgement.cityQuestions.flatMap(({ cityQuestion }) =>
    cityQuestion && !before.some((question) => question.kind === cityQuestion && question.about === about)
      ? [
          {
            id: `${context.action.id}:${cityQuestion}`,
            kind: cityQuestion,
            about,
            askedOn: context.day,
            conflict: false,
          },
        ]
      : [],
  )
  return [...before, ...asked]
}
