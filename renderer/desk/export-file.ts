import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import { askExportReason } from '../session/export-reason.ts'
import { ensureProof } from '../session/proof.ts'
import { station, StationRefused } from '../station.ts'
import { words } from '../words/index.ts'
import { makeWorkbook, type PlainSheet } from './export-workbook.ts'

/** Writes the sheets into the station's folder for exports; the answer is the name of the file there. */
export async function saveWorkbook(
  suggestedName: string,
  sheets: readonly PlainSheet[],
): Promise<Outcome<string>> {
  const reason = await askExportReason()
  if (reason === undefined)
    return refused({ code: 'no-reason', message: words.duties.exportReason.cancelled })
  if (!(await ensureProof())) return refused({ code: 'must-prove', message: words.accounts.prove.cancelled })
  try {
    const bytes = await makeWorkbook(sheets)
    const result = await station.call('files.save', {
      suggestedName,
      bytes,
      dialog: false,
      kind: 'export',
      about: { kind: 'export', reason },
    })
    if (result.outcome === 'saved') return accepted(result.name)
    const message = result.outcome === 'failed' ? result.reason : words.statistics.exportNotSaved
    return refused({ code: 'export-not-saved', message })
  } catch (fault) {
    if (!(fault instanceof StationRefused)) throw fault
    return refused({ code: 'export-not-saved', message: fault.message })
  }
}
