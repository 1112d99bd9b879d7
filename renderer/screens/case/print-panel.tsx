import { Button, Card, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { accepted, refused, type Outcome } from '../../../shared/base/outcome.ts'
import { addDays, dateInChinese } from '../../../shared/base/plain-date.ts'
import type { CaseType, PaperContext } from '../../../shared/cases/case-type.ts'
import type { DocumentDefinition } from '../../../shared/documents/definition.ts'
import { numberInForce } from '../../../shared/policy/instruments/index.ts'
import {
  migrationCertificateSheet,
  sheetInWords,
  sheetKindOf,
  type SheetKind,
} from '../../../shared/cases/sheet-steps/sheet-kind.ts'
import { proofContentOf } from '../../../shared/proof/sheet-proof.ts'
import type { SheetSerial } from '../../../shared/register/certificate.ts'
import type { SheetRecord } from '../../../shared/register/record.ts'
import { today, useActor, useDesk, useRecordStep, useTryStep } from '../../desk/desk.tsx'
import { calibrationOf, printerSetting, useCalibrations, useSaveSetting } from '../../desk/desk-settings.ts'
import { sendToPrinter } from '../../desk/print-paper.ts'
import { usePrinters } from '../../desk/use-printers.ts'
import { useBlankSheets } from '../../desk/use-blank-sheets.ts'
import { renderPdf } from '../../paper/paper.ts'
import { station as machine, StationRefused } from '../../station.ts'
import { Refusals } from '../../ui/refusals.tsx'
import { PaperPreview } from '../../ui/paper-preview.tsx'
import { useKeys } from '../../ui/keyboard.ts'
import { words } from '../../words/index.ts'
import { useStep, type CaseProps } from './use-step.ts'

interface ReadySheet {
  readonly definition: DocumentDefinition
  readonly pdf: Uint8Array<ArrayBuffer>
}

/**
 * Prints the certificate: the serial is typed from the sheet in the hand, the page is set and checked first, then the
 * intent is recorded, and only then does the paper move. A printer that fails leaves the question to be answered.
 */
export function PrintPanel(props: CaseProps) {
  const { caseFile, caseType } = props
  const kind = sheetKindOf(caseType) ?? migrationCertificateSheet
  const blanks = useBlankSheets(kind.recordKind)
  const [digits, setDigits] = useState('')
  const [busy, setBusy] = useState(false)
  const [preview, setPreview] = useState<Uint8Array>()
  const { refusals, setRefusals } = useStep(props)
  const { printers, chosen } = usePrinters()
  const save = useSaveSetting()
  const sheets = usePreparedSheet(props, kind, chosen)
  const record = useRecordStep()
  const serial = serialMeant(blanks ?? [], digits)
  const facts = usePrintFacts(kind, serial)

  const prepare = async (paper: string, printed = facts) => {
    const ready = printed ? await sheets.prepare(printed, paper) : noBlank(kind)
    setRefusals(ready.ok ? [] : ready.refusals)
    return ready
  }
  const printNow = async () => {
    const signed = facts ? await sheets.sign(facts) : noBlank(kind)
    const ready = signed.ok ? await prepare(kind.id, signed.value) : signed
    if (!signed.ok) setRefusals(signed.refusals)
    if (!signed.ok || !ready.ok) return
    const step = { caseType: caseType.id, caseId: caseFile.id, step: 'print', facts: signed.value }
    const recorded = await record(step)
    if (!recorded.ok) return setRefusals(recorded.refusals)
    const { pdf, definition } = ready.value
    const sent = await sendToPrinter(pdf, definition, chosen, { kind: 'case', caseId: caseFile.id })
    if (!sent.ok) sheets.tellPrinterFault(sent.refusals)
  }
  const print = async () => {
    if (busy) return
    setBusy(true)
    await printNow().finally(() => setBusy(false))
  }
  // Nothing is pressed before the stock is read: a press on what is not known yet would come to nothing.
  const complete = blanks !== undefined && /^\d{8}$/.test(digits)
  useKeys({ F8: () => complete && void print() })
  return (
    <Card size="small" className="block" title={`${words.case.print}：${kind.name}`}>
      <Refusals refusals={refusals} />
      <Space orientation="vertical" style={{ width: '100%' }}>
        <Space>
          <span className="serial">{serial ? `${serial.prefix}（${serial.printYear}）` : ''}</span>
          <Input
            aria-label={words.case.serial}
            placeholder={words.case.serial}
            className="serial"
            style={{ width: 220 }}
            maxLength={8}
            value={digits}
            onChange={(event) => setDigits(event.target.value.replaceAll(/\D/g, ''))}
          />
        </Space>
        <div className="hint quiet">
          {words.case.serialHint}
          {stockInWords(blanks)}
        </div>
        {/* The line keeps its place before the stock is read: nothing moves away under the hand. */}
        <div>
          {facts
            ? `${words.case.issuedOn} ${dateInChinese(facts.issuedOn)}，${words.case.validUntil} ${dateInChinese(facts.validUntil)}`
            : '\u00a0'}
        </div>
        <Select
          aria-label={words.case.printer}
          style={{ width: 360 }}
          value={chosen || null}
          options={printers.map(({ name, label }) => ({ value: name, label }))}
          onChange={(name: string) => void save(printerSetting, name)}
        />
        <Space>
          <Button
            type="primary"
            disabled={!complete || chosen === ''}
            loading={busy}
            onClick={() => void print()}
          >
            {words.case.print}
          </Button>
          <Button
            disabled={!complete}
            onClick={() =>
              void prepare(`${kind.id}-archive`).then((ready) =>
                setPreview(ready.ok ? ready.value.pdf : undefined),
              )
            }
          >
            {words.case.preview}
          </Button>
        </Space>
        {preview ? <PaperPreview pdf={preview} /> : null}
      </Space>
    </Card>
  )
}

function noBlank(kind: SheetKind) {
  return refused({ code: 'no-blank', message: `本所没有空白的${kind.name}了。` })
}

function stockInWords(blanks: readonly SheetRecord[] | undefined): string {
  const [first] = blanks ?? []
  if (!blanks) return words.case.countingBlanks
  return first ? words.case.nextBlank(sheetInWords(first), blanks.length) : words.case.noBlanks
}

/** The sheet whose digits were typed; digits that no blank has are taken as typed, so that the rules can say so. */
function serialMeant(blanks: readonly SheetRecord[], digits: string): SheetSerial | undefined {
  const sheet = blanks.find(({ serial }) => serial.digits === digits) ?? blanks[0]
  return sheet && { ...sheet.serial, digits }
}

interface PrintFacts {
  readonly [key: string]: string | { [key: string]: string | number }
  readonly serial: { prefix: string; printYear: number; digits: string }
  readonly issuedOn: string
  readonly validUntil: string
  readonly issuerName: string
}

function usePrintFacts({ validity }: SheetKind, serial: SheetSerial | undefined): PrintFacts | undefined {
  const { station } = useDesk()
  const issuedOn = today()
  const validUntil = addDays(issuedOn, numberInForce(validity.figure, issuedOn))
  return serial && { serial: { ...serial }, issuedOn, validUntil, issuerName: station.name }
}

/** Sets the sheet as it would be after the print step, so that nothing is recorded for a page that cannot be set. */
function usePreparedSheet({ caseFile, caseType }: CaseProps, { form }: SheetKind, printer: string) {
  const desk = useDesk()
  const clerk = useActor()
  const attempt = useTryStep()
  const calibrations = useCalibrations()
  const prepare = async (facts: PrintFacts, paperId: string): Promise<Outcome<ReadySheet>> => {
    const applied = await attempt({ caseType: caseType.id, caseId: caseFile.id, step: 'print', facts })
    if (!applied.ok) return applied
    const context: PaperContext = {
      caseFile: applied.value.caseFile,
      caseType,
      records: new Map(applied.value.records.map((each) => [each.key, each])),
      station: desk.station,
      clerk: { name: clerk.name, policeNumber: clerk.policeNumber },
      desk: desk.profile.device,
      day: today(),
      calibration: calibrationOf(calibrations, printer, form),
    }
    return setPaper(caseType, paperId, context)
  }
  /** The print step's facts with the sheet's proof, signed by this machine for what will stand on the paper. */
  const sign = async (facts: PrintFacts): Promise<Outcome<PrintFacts>> => {
    const applied = await attempt({ caseType: caseType.id, caseId: caseFile.id, step: 'print', facts })
    if (!applied.ok) return applied
    const printing = applied.value.records.find(
      (record): record is SheetRecord => 'heldBy' in record && record.heldBy === caseFile.id,
    )
    const content = printing && proofContentOf(printing, desk.profile.device)
    if (!content) return refused({ code: 'no-certificate', message: '这个案件还没有证件可以打印。' })
    try {
      const { text } = await machine.call('proof.sign', content)
      return accepted({ ...facts, proof: text })
    } catch (fault) {
      if (!(fault instanceof StationRefused)) throw fault
      return refused({ code: fault.code, message: fault.message })
    }
  }
  return {
    prepare,
    sign,
    tellPrinterFault: (refusals: readonly { message: string }[]) =>
      desk.tellPrinterFault(refusals[0]?.message ?? ''),
  }
}

async function setPaper(
  caseType: CaseType,
  paperId: string,
  context: PaperContext,
): Promise<Outcome<ReadySheet>> {
  const paper = caseType.papers.find(({ id }) => id === paperId)
  const definition = paper?.make(context) ?? refused({ code: 'no-paper', message: '没有这种文书。' })
  if (!definition.ok) return definition
  const pdf = await renderPdf(definition.value)
  return pdf.ok ? accepted({ definition: definition.value, pdf: pdf.value }) : pdf
}
