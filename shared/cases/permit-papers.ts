import { moveInPermitComplete } from '../documents/move-in-permit-complete.ts'
import { moveInPermitOverprint } from '../documents/move-in-permit-overprint.ts'
import { moveInPermitValues } from '../documents/move-in-permit-values.ts'
import type { Paper } from './case-type.ts'
import { certificateWording } from './certificate-papers.ts'
import { moveInPermitSheet } from './sheet-steps/sheet-kind.ts'
import { sheetPapers } from './sheet-steps/sheet-papers.ts'

/** The two forms of the move-in permit, each with its three leaves. */
export const permitPapers: readonly Paper[] = sheetPapers(moveInPermitSheet, {
  overprint: ({ content, serial, issue, context }) =>
    moveInPermitOverprint(
      moveInPermitValues(content, serial, issue, certificateWording),
      context.calibration,
    ),
  complete: ({ content, serial, issue }) =>
    moveInPermitComplete(moveInPermitValues(content, serial, issue, certificateWording)),
})
