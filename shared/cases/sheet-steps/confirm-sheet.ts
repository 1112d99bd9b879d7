import { z } from 'zod'
import { accepted, refused, type Outcome } from '../../base/outcome.ts'
import { sheetSerialSchema, type SheetSerial, type SpoilReason } from '../../register/certificate.ts'
import type { RegisterRecord, SheetRecord } from '../../register/record.ts'
import { findSheetInPrinter, type CaseFile } from '../case-file.ts'
import { defineStep, type StepContext, type StepResult } from '../step.ts'
import type { SheetKind } from './sheet-kind.ts'

/** What the clerk may answer to "did the sheet come out?". */
export const sheetAnswers = {
  good: '出纸正常',
  jammed: '卡纸或者废张',
  'not-out': '没有出纸',
  'number-mismatch': '编号不符',
} as const
export type SheetAnswer = keyof typeof sheetAnswers

const confirmFacts = z.strictObject({
  answer: z.enum(['good', 'jammed', 'not-out', 'number-mismatch']),
  /** For `number-mismatch`: the serial on the sheet that really came out. */
  actualSerial: sheetSerialSchema.optional(),
})

export interface IssuePlan {
  /** Records that change because the certificate is issued: the chain to the old one, people who moved out. */
  readonly recordsOf: (caseFile: CaseFile) => readonly string[]
  readonly whenIssued: (
    context: StepContext,
    caseFile: CaseFile,
    issued: SheetRecord,
  ) => readonly RegisterRecord[]
}

/** 确认出纸: only this answer makes a certificate issued; anything else returns or spoils the sheet and says so. */
export function confirmSheetStep(kind: SheetKind, { recordsOf, whenIssued }: IssuePlan) {
  return defineStep({
    name: '确认出纸',
    permission: 'confirm-sheet',
    from: ['printing'],
    to: ['issued', 'approved'],
    facts: confirmFacts,
    touches: ({ actualSerial }, caseFile) => [
      ...(caseFile ? [...sheetInPrinter(caseFile), ...recordsOf(caseFile)] : []),
      ...(actualSerial ? [kind.key(actualSerial)] : []),
    ],
    decide: (context, { answer, actualSerial }) => {
      const { caseFile, records } = context
      const key = caseFile && findSheetInPrinter(caseFile)
      const sheet = key ? kind.find(records, key) : undefined
      if (!caseFile || !sheet) return refused({ code: 'no-sheet', message: '没有等待确认的证件。' })
      switch (answer) {
        case 'good':
          return accepted(asIssued(context, caseFile, sheet, whenIssued))
        case 'jammed':
          return accepted(notIssued(caseFile, sheet, 'spoiled', [spoiled(sheet, 'jammed', context)]))
        case 'not-out':
          return accepted(notIssued(caseFile, sheet, 'not-used', [blankAgain(sheet)]))
        case 'number-mismatch':
          return otherSheetSpoiled(kind, { ...context, caseFile }, sheet, actualSerial)
      }
    },
  })
}

function sheetInPrinter(caseFile: CaseFile): string[] {
  const key = findSheetInPrinter(caseFile)
  return key ? [key] : []
}

function asIssued(
  context: StepContext,
  caseFile: CaseFile,
  sheet: SheetRecord,
  whenIssued: IssuePlan['whenIssued'],
): StepResult {
  const { heldBy: _released, ...free } = sheet
  const issued: SheetRecord = { ...free, state: 'issued' }
  return {
    status: 'issued',
    records: [issued, ...whenIssued(context, caseFile, issued)],
    sheets: withOutcome(caseFile, sheet.key, 'issued'),
  }
}

function notIssued(
  caseFile: CaseFile,
  sheet: SheetRecord,
  outcome: 'spoiled' | 'not-used',
  records: readonly RegisterRecord[],
): StepResult {
  return { status: 'approved', records, sheets: withOutcome(caseFile, sheet.key, outcome) }
}

function withOutcome(caseFile: CaseFile, key: string, outcome: CaseFile['sheets'][number]['outcome']) {
  return caseFile.sheets.map((each) =>
    each.key === key && each.outcome === 'printing' ? { key, outcome } : each,
  )
}

/** A sheet on which nothing stands: what was planned for it is taken off again. */
function blankAgain(sheet: SheetRecord): SheetRecord {
  const { content: _content, issue: _issue, replaces: _replaces, heldBy: _heldBy, ...blank } = sheet
  return { ...blank, state: 'blank', reissues: 0 }
}

function spoiled(
  sheet: SheetRecord,
  reason: SpoilReason,
  { day, caseFile, action }: StepContext,
): SheetRecord {
  const mark = { on: day, reason, by: action.by.name, ...(caseFile ? { caseId: caseFile.id } : {}) }
  return { ...blankAgain(sheet), state: 'spoiled', spoiled: mark }
}

/** The printer held another sheet than the one typed: that one is spoiled, the typed one is still blank. */
function otherSheetSpoiled(
  kind: SheetKind,
  context: StepContext & { readonly caseFile: CaseFile },
  typed: SheetRecord,
  actualSerial: SheetSerial | undefined,
): Outcome<StepResult> {
  if (!actualSerial) {
    return refused({
      code: 'actual-serial-missing',
      field: 'actualSerial',
      message: '请输入实际印出的那张纸上的编号。',
    })
  }
  const actual = kind.find(context.records, kind.key(actualSerial))
  if (!actual || actual.key === typed.key || actual.station !== typed.station || actual.state !== 'blank') {
    return refused({
      code: 'actual-serial-wrong',
      field: 'actualSerial',
      message: `${kind.inWords(actualSerial)}不是本所另一张没有用过的空白证件。请对照纸面再输一次。`,
    })
  }
  const { caseFile } = context
  const records = [blankAgain(typed), spoiled(actual, 'number-mismatch', context)]
  const settled = notIssued(caseFile, typed, 'not-used', records)
  return accepted({
    ...settled,
    sheets: [...(settled.sheets ?? []), { key: actual.key, outcome: 'spoiled' }],
  })
}
