import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import { millimetres } from '../../shared/documents/millimetres.ts'
import type { PaperReason } from '../../shared/trail/paper-reason.ts'
import { station, StationRefused } from '../station.ts'

const paperSizes = { A4: { width: 210, height: 297 }, A5: { width: 148, height: 210 } } as const

/** Width and height of a document's page in millimetres, turned as it will lie in the printer. */
export function pageSizeOf({ pageSize, pageOrientation }: DocumentDefinition): {
  width: number
  height: number
} {
  if (typeof pageSize !== 'string')
    return { width: millimetres(pageSize.width), height: millimetres(pageSize.height) }
  const { width, height } = paperSizes[pageSize]
  return pageOrientation === 'landscape' ? { width: height, height: width } : { width, height }
}

/** Sends a finished PDF to a printer. Taken by the printer is not yet on paper: that is the clerk's to say. */
export async function sendToPrinter(
  pdf: Uint8Array<ArrayBuffer>,
  definition: DocumentDefinition,
  printer: string,
  about: PaperReason,
  dialog = false,
): Promise<Outcome<string>> {
  const { width, height } = pageSizeOf(definition)
  try {
    const result = await station.call('printing.print', {
      pdf,
      printer,
      copies: 1,
      widthMillimetres: width,
      heightMillimetres: height,
      title: definition.info.title,
      dialog,
      about,
    })
    return result.outcome === 'spooled'
      ? accepted(result.job)
      : refused({ code: 'printer', message: result.reason })
  } catch (fault) {
    const message = fault instanceof StationRefused ? fault.message : '打印机没有应答。请查看打印机后再试。'
    return refused({ code: 'printer', message })
  }
}
