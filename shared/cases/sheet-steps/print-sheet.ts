import { z } from 'zod'
import { accepted, refused, type Outcome } from '../../base/outcome.ts'
import { addDays, plainDateSchema } from '../../base/plain-date.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { readProof } from '../../proof/proof.ts'
import { differencesFrom } from '../../proof/sheet-proof.ts'
import { sheetSerialSchema, type SheetSerial, type SheetState } from '../../register/certificate.ts'
import type { RegisterRecord, SheetRecord } from '../../register/record.ts'
import { isInConflict, type CaseFile } from '../case-file.ts'
import { defineStep, type StepContext } from '../step.ts'
import { drawnSheet, type SheetKind } from './sheet-kind.ts'

/** What goes on the sheet, and which records change before it does. */
export interface SheetToPrint<Sheet extends SheetRecord> {
  readonly content: NonNullable<Sheet['content']>
  readonly remark: string
  readonly replaces?: string
  readonly reissues: number
  /** Changes that must stand before the new certificate does: the old number is void first. */
  readonly before: readonly RegisterRecord[]
}

export interface SheetPlan<Sheet extends SheetRecord> {
  readonly recordsOf: (caseFile: CaseFile) => readonly string[]
  readonly plan: (context: StepContext, caseFile: CaseFile) => Outcome<SheetToPrint<Sheet>>
}

const printFacts = z.strictObject({
  serial: sheetSerialSchema,
  issuedOn: plainDateSchema,
  validUntil: plainDateSchema,
  issuerName: z.string().min(1).max(60),
  /** What the sheet proves of itself, signed by the machine that prints it. */
  proof: z.string().max(1000).optional(),
})
type PrintFacts = z.infer<typeof printFacts>

/**
 * 打印: the intent, recorded before the paper moves. The sheet is held by this case until somebody says whether it
 * came out; until then nothing counts as issued. A serial is taken from the station's own stock and used once, ever.
 */
export function printSheetStep<Sheet extends SheetRecord>(
  kind: SheetKind<Sheet>,
  { recordsOf, plan }: SheetPlan<Sheet>,
) {
  return defineStep({
    name: '打印证件',
    permission: 'print-certificate',
    from: ['approved'],
    to: ['printing'],
    facts: printFacts,
    touches: ({ serial }, caseFile) => [kind.key(serial), ...(caseFile ? recordsOf(caseFile) : [])],
    draws: ({ serial }) => [drawnSheet(kind, serial, 'issue')],
    decide: (context, facts) => {
      const { caseFile } = context
      if (!caseFile) return refused({ code: 'no-case', message: '没有这个案件。' })
      if (isInConflict(caseFile)) return refused(inConflict)
      const sheet = findBlankSheet(kind, facts.serial, context)
      if (!sheet.ok) return sheet
      const dates = checkDates(kind, facts, context.day)
      if (!dates.ok) return dates
      const planned = plan(context, caseFile)
      if (!planned.ok) return planned
      const { content, replaces, reissues, before } = planned.value
      const held = {
        ...sheet.value,
        state: 'printing' as const,
        content,
        issue: issueOf(kind, facts, context, planned.value.remark),
        reissues,
        heldBy: caseFile.id,
      }
      if (facts.proof !== undefined && !fitsSheet(facts.proof, held)) return refused(proofOfAnother)
      return accepted({
        status: 'printing',
        records: [...before, replaces ? { ...held, replaces } : held],
        sheets: [
          ...caseFile.sheets,
          { key: sheet.value.key, outcome: 'printing', device: context.action.device },
        ],
      })
    },
  })
}

/** A code copied from another sheet, or made for other content, goes on no paper and into no base. */
function fitsSheet(text: string, sheet: SheetRecord): boolean {
  const read = readProof(text)
  return read.ok && differencesFrom(read.proof, sheet).length === 0
}

const proofOfAnother = {
  code: 'proof-of-another',
  message: '证明码不是这张证件的，没有打印。请重新打印一次；仍如此请报管理员。',
}

const inConflict = {
  code: 'in-conflict',
  message: '市局的答复与本案有冲突，先处理冲突，再决定是否打印。',
}

function issueOf(
  kind: SheetKind,
  { issuedOn, validUntil, issuerName, proof }: PrintFacts,
  { action, caseFile }: StepContext,
  remark: string,
) {
  const issuer = kind.issuer({ code: action.station, name: issuerName })
  return {
    issuedOn,
    validUntil,
    issuerCode: issuer.code,
    issuerName: issuer.name,
    handler: action.by.name,
    remark,
    ...(caseFile ? { caseId: caseFile.id } : {}),
    ...(proof === undefined ? {} : { proof }),
  }
}

const whyNotBlank: Readonly<Record<Exclude<SheetState, 'blank'>, string>> = {
  printing: '正在别的案件里打印，还没有回答是否出纸',
  issued: '已经签发过',
  landed: '已经签发并落户',
  void: '已经作废',
  spoiled: '已经作为废张登记',
}

function findBlankSheet<Sheet extends SheetRecord>(
  kind: SheetKind<Sheet>,
  serial: SheetSerial,
  { action, records }: StepContext,
): Outcome<Sheet> {
  const sheet = kind.find(records, kind.key(serial))
  const words = kind.inWords(serial)
  if (!sheet || sheet.station !== action.station) {
    return refused({
      code: 'serial-not-ours',
      field: 'serial',
      message: `${words}不在本所领用的空白证件里。请对照纸上印的编号再输一次。`,
    })
  }
  if (sheet.state === 'blank') return accepted(sheet)
  return refused({
    code: 'serial-used',
    field: 'serial',
    message: `${words}${whyNotBlank[sheet.state]}，一个编号只能用一次。请换一张空白证件，输入它的编号。`,
  })
}

function checkDates(
  { validity }: SheetKind,
  { issuedOn, validUntil }: PrintFacts,
  day: string,
): Outcome<true> {
  const days = numberInForce(validity.figure, issuedOn)
  if (issuedOn !== day) {
    return refused({ code: 'not-today', field: 'issuedOn', message: '签发日期必须是打印当天。请改为今天。' })
  }
  if (validUntil < issuedOn) {
    return refused({
      code: 'validity-before-issue',
      field: 'validUntil',
      message: `有效期限不能早于签发日期${issuedOn}。请改为${addDays(issuedOn, days)}或者更早的一天。`,
    })
  }
  if (validUntil > addDays(issuedOn, days)) {
    return refused({
      code: 'validity-too-long',
      field: 'validUntil',
      message: `有效期限最长${days}天，请改到${addDays(issuedOn, days)}或者更早。`,
      citation: validity.clause,
    })
  }
  return accepted(true)
}
