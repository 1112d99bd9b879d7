export { migrationCertificateIssue } from './migration-certificate-issue-case/index.ts'
export { migrationCertificateLanding } from './migration-certificate-landing-case/index.ts'
export { migrationCertificateReissue } from './migration-certificate-reissue-case/index.ts'
export { restoration } from './restoration-case/index.ts'
