import { refused, type Outcome } from '../base/outcome.ts'
import { educationLevels } from '../codes/gbt4658-education.ts'
import { ethnicGroups } from '../codes/gbt3304-ethnic-group.ts'
import { maritalStatuses } from '../codes/gbt2261-2-marital-status.ts'
import { sexes } from '../codes/gbt2261-1-sex.ts'
import type { DocumentDefinition } from '../documents/definition.ts'
import { migrationCertificateComplete } from '../documents/migration-certificate-complete.ts'
import { migrationCertificateOverprint } from '../documents/migration-certificate-overprint.ts'
import {
  migrationCertificateValues,
  type MigrationCertificateValues,
  type Wording,
} from '../documents/migration-certificate-values.ts'
import type { CertificateRecord } from '../register/certificate.ts'
import { findCertificate } from '../register/record.ts'
import type { CaseFile } from './case-file.ts'
import type { Paper, PaperContext } from './case-type.ts'

/** The codes of a certificate in the words that are printed. */
export const certificateWording: Wording = {
  sex: (code) => sexes.name(code) ?? '',
  ethnicGroup: (code) => ethnicGroups.name(code) ?? '',
  education: (code) => educationLevels.name(code) ?? '',
  maritalStatus: (code) => maritalStatuses.name(code) ?? '',
}

/** The sheet that a case has in hand: in the printer, or issued. */
function sheetOf(caseFile: CaseFile): string | undefined {
  return caseFile.sheets.findLast(({ outcome }) => outcome === 'printing' || outcome === 'issued')?.key
}

type Draw = (
  values: MigrationCertificateValues,
  certificate: CertificateRecord,
  context: PaperContext,
) => Outcome<DocumentDefinition>

function fromSheet(draw: Draw) {
  return (context: PaperContext): Outcome<DocumentDefinition> => {
    const certificate = findCertificate(context.records, sheetOf(context.caseFile) ?? '')
    if (!certificate?.content || !certificate.issue) {
      return refused({ code: 'no-certificate', message: '这个案件还没有证件可以打印。' })
    }
    const { content, serial, issue } = certificate
    return draw(migrationCertificateValues(content, serial, issue, certificateWording), certificate, context)
  }
}

const touchesSheet = (caseFile: CaseFile) => [sheetOf(caseFile) ?? ''].filter(Boolean)
const hasSheet = (caseFile: CaseFile) => sheetOf(caseFile) !== undefined

/** The two forms of the certificate: values for the numbered sheet, and the complete sheet for the archive. */
export const certificatePapers: readonly Paper[] = [
  {
    id: 'migration-certificate',
    name: '户口迁移证（套打）',
    kind: 'certificate',
    occasion: 'result',
    available: hasSheet,
    touches: touchesSheet,
    make: fromSheet((values, _certificate, { calibration }) =>
      migrationCertificateOverprint(values, calibration),
    ),
  },
  {
    id: 'migration-certificate-archive',
    name: '户口迁移证存档样张',
    kind: 'archive',
    occasion: 'result',
    available: hasSheet,
    touches: touchesSheet,
    make: fromSheet((values, { serial }) => migrationCertificateComplete(values, serial)),
  },
]
