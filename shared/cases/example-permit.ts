import type { MoveInPermitContent, MoveInPermitRecord } from '../register/move-in-permit.ts'
import { exampleStation } from './example-certificate.ts'
import type { PermitContentFacts } from './permit-content.ts'

/** A made-up wife who joins her husband from Shenyang with their son; nobody has numbers of the area 150499. */
export const examplePermitFacts: PermitContentFacts = {
  permitApplicant: {
    name: '样例达来',
    citizenId: '150499198806120013',
    birthDate: '1988-06-12',
    address: { region: '150430', detail: '新惠镇样例街1号' },
    status: 'registered',
  },
  movers: [
    {
      relation: '妻',
      name: '样例娜仁',
      sex: '2',
      birthDate: '1991-09-20',
      citizenId: '150499199109200020',
    },
    { relation: '子', name: '样例巴特', sex: '1', birthDate: '2015-04-08', citizenId: '150499201504080030' },
  ],
  moversFrom: { region: '210102', regionName: '辽宁省沈阳市和平区', detail: '样例路2号' },
  moversOffice: '沈阳市公安局和平分局样例派出所',
  destination: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街1号' },
  destinationOffice: exampleStation.name,
  moveReason: '33',
}

export const examplePermitContent: MoveInPermitContent = {
  applicant: {
    name: '样例达来',
    citizenId: '150499198806120013',
    address: '内蒙古自治区赤峰市敖汉旗新惠镇样例街1号',
    registeringOffice: exampleStation.name,
  },
  movers: [
    {
      relation: '妻',
      name: '样例娜仁',
      sex: '2',
      birthDate: '1991-09-20',
      citizenId: '150499199109200020',
    },
    { relation: '子', name: '样例巴特', sex: '1', birthDate: '2015-04-08', citizenId: '150499201504080030' },
  ],
  moversAddress: '辽宁省沈阳市和平区样例路2号',
  moversOffice: '沈阳市公安局和平分局样例派出所',
  destination: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街1号' },
  destinationOffice: exampleStation.name,
  reason: '夫妻投靠',
}

export const examplePermit: MoveInPermitRecord = {
  kind: 'move-in-permit',
  key: 'move-in-permit:蒙2026-00123456',
  station: exampleStation.code,
  serial: { printYear: 2026, prefix: '蒙', digits: '00123456' },
  state: 'issued',
  content: examplePermitContent,
  issue: {
    issuedOn: '2026-03-01',
    validUntil: '2026-04-10',
    issuerCode: '150430000000',
    issuerName: '敖汉旗公安局',
    handler: '样例民警',
    remark: '',
  },
  source: 'register',
  reissues: 0,
  version: 1,
}
