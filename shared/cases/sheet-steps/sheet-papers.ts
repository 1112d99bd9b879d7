import { accepted, refused, type Outcome } from '../../base/outcome.ts'
import { noCalibration, type Calibration } from '../../documents/calibration.ts'
import type { DocumentDefinition } from '../../documents/definition.ts'
import { proofCode } from '../../documents/proof-code.ts'
import type { Issue } from '../../register/certificate.ts'
import type { SheetRecord } from '../../register/record.ts'
import type { CaseFile } from '../case-file.ts'
import type { Paper, PaperContext } from '../case-type.ts'
import type { SheetKind } from './sheet-kind.ts'

/** A sheet on which something stands, with the paper it is drawn for. */
interface WrittenSheet<Sheet extends SheetRecord> {
  readonly content: NonNullable<Sheet['content']>
  readonly issue: Issue
  readonly serial: Sheet['serial']
  readonly context: PaperContext
}

interface Drawing<Sheet extends SheetRecord> {
  /** The values alone, for the numbered sheet. */
  readonly overprint: (written: WrittenSheet<Sheet>) => Outcome<DocumentDefinition>
  /** The whole sheet, for the archive. */
  readonly complete: (written: WrittenSheet<Sheet>) => Outcome<DocumentDefinition>
}

/** The two forms of a numbered sheet: values for the sheet in the printer, and the complete one for the archive. */
export function sheetPapers<Sheet extends SheetRecord>(
  kind: SheetKind<Sheet>,
  { overprint, complete }: Drawing<Sheet>,
): readonly Paper[] {
  const common = {
    occasion: 'result',
    available: (caseFile: CaseFile) => sheetInHand(caseFile) !== undefined,
    touches: (caseFile: CaseFile) => [sheetInHand(caseFile) ?? ''].filter(Boolean),
  } as const
  return [
    {
      ...common,
      id: kind.id,
      name: `${kind.name}（套打）`,
      kind: 'certificate',
      make: (context) => drawn(kind, context, overprint, context.calibration),
    },
    {
      ...common,
      id: `${kind.id}-archive`,
      name: `${kind.name}存档样张`,
      kind: 'archive',
      make: (context) => drawn(kind, context, complete, noCalibration),
    },
  ]
}

/** The sheet that a case has in hand: in the printer, or issued. */
function sheetInHand({ sheets }: CaseFile): string | undefined {
  return sheets.findLast(({ outcome }) => outcome === 'printing' || outcome === 'issued')?.key
}

function drawn<Sheet extends SheetRecord>(
  kind: SheetKind<Sheet>,
  context: PaperContext,
  draw: (written: WrittenSheet<Sheet>) => Outcome<DocumentDefinition>,
  calibration: Calibration,
): Outcome<DocumentDefinition> {
  const sheet = kind.find(context.records, sheetInHand(context.caseFile) ?? '')
  if (!sheet?.content || !sheet.issue) {
    return refused({ code: 'no-certificate', message: '这个案件还没有证件可以打印。' })
  }
  const page = draw({ content: sheet.content, issue: sheet.issue, serial: sheet.serial, context })
  const { proof } = sheet.issue
  if (!page.ok || proof === undefined) return page
  const codes = kind.proofPlaces.map((place) => proofCode(proof, place, calibration))
  return accepted({ ...page.value, content: [...page.value.content, ...codes] })
}
