import type { PrintedPermitIssue } from '../../shared/documents/move-in-permit-values.ts'
import type { SheetSerial } from '../../shared/register/certificate.ts'
import type { MoveInPermitContent, PermitMover } from '../../shared/register/move-in-permit.ts'
import { longestAddress, longestName, longestRemark } from './made-up-words.ts'

export const mover: PermitMover = {
  relation: '妻',
  name: '乌云其木格',
  sex: '2',
  birthDate: '1991-11-20',
  citizenId: '150499199111201246',
}
export const child: PermitMover = {
  relation: '子',
  name: '白阿木古楞',
  sex: '1',
  birthDate: '2015-06-02',
  citizenId: '150499201506021231',
}

export const permit: MoveInPermitContent = {
  applicant: {
    name: '白音查干',
    citizenId: '150499199003051234',
    address: '内蒙古自治区赤峰市样例区虚构路12号院3号楼2单元501室',
    registeringOffice: '赤峰市公安局样例分局样例派出所',
  },
  movers: [mover, child],
  moversAddress: '辽宁省沈阳市虚构区样例大街88号7-1-2',
  moversOffice: '沈阳市公安局虚构分局东街派出所',
  destination: {
    region: '150402',
    regionName: '内蒙古自治区赤峰市红山区',
    detail: '样例街道虚构路12号院3号楼2单元501室',
  },
  destinationOffice: '赤峰市公安局样例分局样例派出所',
  reason: '夫妻投靠、父母子女投靠',
}

const longestMover: PermitMover = {
  ...mover,
  relation: '外祖父母或者外祖父母的兄弟姐妹及配偶等',
  name: longestName,
  sex: '9',
}
export const longestPermit: MoveInPermitContent = {
  applicant: {
    name: longestName,
    citizenId: '150499199003051234',
    address: longestAddress,
    registeringOffice: longestAddress.slice(0, 60),
  },
  movers: [longestMover, longestMover, longestMover, longestMover],
  moversAddress: longestAddress,
  moversOffice: longestAddress.slice(0, 60),
  destination: { region: '152526', regionName: '内蒙古自治区', detail: longestAddress },
  destinationOffice: longestAddress.slice(0, 60),
  reason: '投靠直系亲属并随同家庭成员整户迁入城镇',
}

export const permitSerial: SheetSerial = { printYear: 2025, prefix: '蒙', digits: '00123456' }

export const permitIssue: PrintedPermitIssue = {
  issuedOn: '2026-03-01',
  validUntil: '2026-04-09',
  issuerName: '赤峰市公安局样例分局',
  handler: '苏日娜',
  remark: '补发。原证：蒙准字第00098765号，2026年2月10日签发，已遗失作废。',
}
export const longestPermitIssue: PrintedPermitIssue = {
  issuedOn: '2026-12-31',
  validUntil: '2027-12-31',
  issuerName: '内蒙古自治区赤峰市公安局样例分局户政管理大队',
  handler: longestName,
  remark: longestRemark,
}

export const permitWording = {
  sex: (code: string): string => ({ '1': '男', '2': '女' })[code] ?? '未说明的性别',
}
