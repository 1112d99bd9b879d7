import type { Refusal } from '../../shared/base/outcome.ts'
import { findOtherPrinter } from '../../shared/cases/case-file.ts'
import type { DeskStore } from './desk-store.ts'
import { readStandingCase } from './read.ts'

interface StepAt {
  readonly caseId: string
  readonly step: string
  readonly device: string
}

/**
 * Whether a sheet came out is said at the machine whose printer it is in, or by whom the chief gave the case. Two answers that
 * differ would leave one number on two papers. Asked here and not of the city: steps of before it was kept stand as they are.
 */
export async function findSheetElsewhere(
  store: DeskStore,
  { caseId, step, device }: StepAt,
): Promise<Refusal | undefined> {
  if (step !== 'confirmSheet') return undefined
  const caseFile = await readStandingCase(store, caseId)
  const printer = caseFile && findOtherPrinter(caseFile, device)
  return printer === undefined ? undefined : sheetElsewhere(printer)
}

export function sheetElsewhere(printer: string): Refusal {
  return {
    code: 'sheet-elsewhere',
    message: `这张证件在 ${printer} 机的打印机上，有没有出纸请在那台机器上回答。那台机器用不了的，请所长看过实物，写明理由接管，再在这里回答。`,
  }
}
