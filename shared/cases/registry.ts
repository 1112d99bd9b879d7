import type { CaseType } from './case-type.ts'
import { migrationCertificateIssue } from './migration-certificate-issue-case/index.ts'
import { migrationCertificateLanding } from './migration-certificate-landing-case/index.ts'
import { migrationCertificateReissue } from './migration-certificate-reissue-case/index.ts'

/** Every kind of case that the program handles, one line each. Everybody else asks here. */
export const caseTypes: readonly CaseType[] = [
  migrationCertificateReissue,
  migrationCertificateIssue,
  migrationCertificateLanding,
]

export function findCaseType(id: string): CaseType | undefined {
  return caseTypes.find((caseType) => caseType.id === id)
}
