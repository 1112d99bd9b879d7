import { z } from 'zod'
import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { citeInWords } from '../../policy/instruments/index.ts'
import { acceptable, judge, type Judgement } from '../../policy/judge.ts'
import { settingAt, type Consequence, type Rule } from '../../policy/rule.ts'
import type { RecordView } from '../../register/record.ts'
import type { OpenQuestion } from '../case-file.ts'
import type { CityQuestion } from '../city-questions.ts'
import {
  askedFacts,
  factsSchema,
  missingFacts,
  type Fields,
  type Moment,
  type PartialFacts,
} from '../fields.ts'
import { pickedKeys, refreshPicked } from '../picked-records.ts'
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
  /** The record that a question to the city is about which a rule asks. */
  readonly questionAbout: (form: PartialFacts) => string
  /** What the city is asked in every such case, because no station can know it. */
  readonly alsoAsks?: (form: PartialFacts) => readonly CityQuestion[]
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
  moment: Moment = 'counter',
): JudgedForm {
  const asked = askedFacts(law.fields, law.refresh(form, context.records))
  const setting = settingAt({ code: context.action.station, name: stationName }, context.day)
  return {
    form: asked,
    judgement: judge(law.policy, asked, setting),
    missing: missingFacts(law.fields, asked, moment),
    recordFaults: law.recordFaults?.(asked, context.records) ?? [],
  }
}

/** The law of a form whose records are all picked in its fields; `more` adds keys and faults of its own. */
export function lawOf(
  fields: Fields,
  policy: readonly Rule<never>[],
  more: Partial<Pick<FormAndLaw, 'recordsOf' | 'recordFaults' | 'alsoAsks'>> = {},
): FormAndLaw {
  const { recordsOf, recordFaults, alsoAsks } = more
  return {
    fields,
    policy: policy as readonly Rule<PartialFacts>[],
    recordsOf: (form) => [...pickedKeys(fields, form), ...(recordsOf?.(form) ?? [])],
    refresh: (form, records) => refreshPicked(fields, form, records),
    ...(recordFaults ? { recordFaults } : {}),
    ...(alsoAsks ? { alsoAsks } : {}),
    questionAbout: () => '',
  }
}

/** An application may be accepted when it is complete for the counter and nothing turns it away. */
export function readyForAcceptance(judged: JudgedForm, fields: Fields): Outcome<JudgedForm> {
  return readyWhen(judged, fields, acceptable.includes(judged.judgement.conclusion))
}

/** A form may go on to a decision when everything asked is answered and no rule stands against it. */
export function readyForDecision(judged: JudgedForm, fields: Fields): Outcome<JudgedForm> {
  return readyWhen(judged, fields, judged.judgement.conclusion === 'ready')
}

function readyWhen(judged: JudgedForm, fields: Fields, concludes: boolean): Outcome<JudgedForm> {
  const empty = judged.missing.map((key) => ({
    code: 'missing-fact',
    field: key,
    message: `还没有填写“${fields[key]?.label ?? key}”。`,
  }))
  if (empty.length > 0) return refused(...empty)
  if (judged.recordFaults.length > 0) return refused(...judged.recordFaults)
  if (concludes) return accepted(judged)
  return refused(...reasonsAgainst(judged.judgement))
}

/** Each rule that stands in the way, with what would change it. */
export function reasonsAgainst(judgement: Judgement) {
  return judgement.findings.flatMap(({ ruleId, title, verdict, citations, cityQuestion, consequence }) => {
    const citation = citations[0]
    const behind = citation ? { citation } : {}
    if (verdict.kind === 'unmet' && !isNoObstacle(consequence)) {
      const source = citation ? `（${citeInWords(citation)}）` : ''
      return [{ code: ruleId, message: `${verdict.because}${verdict.remedy}${source}`, ...behind }]
    }
    if (verdict.kind !== 'unknown' || cityQuestion || isNoObstacle(consequence)) return []
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

function isNoObstacle(consequence: Consequence): boolean {
  return consequence === 'warn' || consequence === 'option'
}

/** The questions that the case carries to the city because nobody could know the answer without a line; each once. */
export function questionsOf(law: FormAndLaw, judged: JudgedForm, context: StepContext): OpenQuestion[] {
  const before = context.caseFile?.questions ?? []
  const byRules = judged.judgement.cityQuestions.flatMap(({ cityQuestion }) =>
    cityQuestion ? [{ kind: cityQuestion, about: law.questionAbout(judged.form) }] : [],
  )
  const questions = [...before]
  for (const { kind, about } of [...byRules, ...(law.alsoAsks?.(judged.form) ?? [])]) {
    if (questions.some((known) => known.kind === kind && known.about === about)) continue
    const asked = questions.filter((known) => known.id.startsWith(`${context.action.id}:${kind}`)).length
    const id = `${context.action.id}:${kind}${asked === 0 ? '' : `:${asked + 1}`}`
    questions.push({ id, kind, about, askedOn: context.day, conflict: false })
  }
  return questions
}
