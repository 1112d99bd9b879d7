import { educationLevels } from '../codes/gbt4658-education.ts'
import { ethnicGroups } from '../codes/gbt3304-ethnic-group.ts'
import { maritalStatuses } from '../codes/gbt2261-2-marital-status.ts'
import { sexes } from '../codes/gbt2261-1-sex.ts'
import { migrationCertificateComplete } from '../documents/migration-certificate-complete.ts'
import { migrationCertificateOverprint } from '../documents/migration-certificate-overprint.ts'
import { migrationCertificateValues, type Wording } from '../documents/migration-certificate-values.ts'
import type { Paper } from './case-type.ts'
import { migrationCertificateSheet } from './sheet-steps/sheet-kind.ts'
import { sheetPapers } from './sheet-steps/sheet-papers.ts'

/** The codes of a certificate in the words that are printed. */
export const certificateWording: Wording = {
  sex: (code) => sexes.name(code) ?? '',
  ethnicGroup: (code) => ethnicGroups.name(code) ?? '',
  education: (code) => educationLevels.name(code) ?? '',
  maritalStatus: (code) => maritalStatuses.name(code) ?? '',
}

/** The two forms of the migration certificate. */
export const certificatePapers: readonly Paper[] = sheetPapers(migrationCertificateSheet, {
  overprint: ({ content, serial, issue, context }) =>
    migrationCertificateOverprint(
      migrationCertificateValues(content, serial, issue, certificateWording),
      context.calibration,
    ),
  complete: ({ content, serial, issue }) =>
    migrationCertificateComplete(
      migrationCertificateValues(content, serial, issue, certificateWording),
      serial,
    ),
})
