import type { CertificateContent, CertificatePerson, CertificateRecord } from '../register/certificate.ts'

/** Made-up people and certificates for worked examples. Area code 150499 is not assigned, so nobody has these numbers. */
export const examplePerson: CertificatePerson = {
  relation: '持证人',
  name: '其木格',
  formerName: '',
  sex: '2',
  ethnicGroup: '02',
  birthDate: '1990-03-05',
  birthplace: '内蒙古自治区赤峰市',
  nativePlace: '内蒙古自治区赤峰市',
  education: '21',
  occupation: '教师',
  maritalStatus: '10',
  citizenId: '150499199003050002',
  moveReason: '投靠配偶',
}

export const exampleContent: CertificateContent = {
  householdKind: 'family',
  wholeHousehold: false,
  persons: [examplePerson],
  origin: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街1号' },
  originCommittee: '样例社区居民委员会',
  destination: { region: '210102', regionName: '辽宁省沈阳市和平区', detail: '样例路2号' },
  permitNumber: '辽00001234',
}

export const exampleStation = { code: '150430100000', name: '样例派出所' }

export const exampleCertificate: CertificateRecord = {
  kind: 'certificate',
  key: 'certificate:蒙2026-00123456',
  station: exampleStation.code,
  serial: { printYear: 2026, prefix: '蒙', digits: '00123456' },
  state: 'issued',
  content: exampleContent,
  issue: {
    issuedOn: '2026-03-01',
    validUntil: '2026-03-31',
    issuerCode: exampleStation.code,
    issuerName: exampleStation.name,
    handler: '样例民警',
    remark: '',
  },
  source: 'register',
  reissues: 0,
  version: 1,
}
