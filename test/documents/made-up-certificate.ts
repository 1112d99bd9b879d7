import type { CertificateContent, CertificatePerson, SheetSerial } from '../../shared/register/certificate.ts'
import type { PrintedIssue, Wording } from '../../shared/documents/migration-certificate-values.ts'

/** Made-up people: their numbers carry the county code 150499, which is given to no county. */
export const holder: CertificatePerson = {
  relation: '持证人',
  name: '白音查干',
  formerName: '',
  sex: '1',
  ethnicGroup: '05',
  birthDate: '1990-03-05',
  birthplace: '内蒙古自治区赤峰市',
  nativePlace: '内蒙古自治区赤峰市',
  education: '20',
  occupation: '牧民',
  maritalStatus: '20',
  citizenId: '150499199003051234',
  moveReason: '投靠配偶',
}

export const spouse: CertificatePerson = {
  ...holder,
  relation: '妻',
  name: '乌云其木格',
  sex: '2',
  birthDate: '1991-11-20',
  citizenId: '150499199111201246',
}

/** 25 characters, the longest name that storage, display and print must carry. */
export const longName = '阿拉坦其其格娜仁高娃·乌力吉巴图孟和达来那顺额尔敦'

export const longNamed: CertificatePerson = {
  ...holder,
  relation: '外祖父母或者外祖父母的兄弟',
  name: longName,
  formerName: '阿拉坦其其格娜仁高娃·乌力吉巴图孟和达来那顺敖其尔',
  birthplace: '内蒙古自治区锡林郭勒盟西乌珠穆沁旗巴拉嘎尔高勒镇宝日胡舒嘎查第三独贵龙',
  nativePlace: '黑龙江省杜尔伯特蒙古族自治县',
  occupation: '草原生态保护与畜牧业技术推广服务人员甲',
  moveReason: '投靠直系亲属并随同家庭成员整户迁移',
}

export function certificate(...persons: CertificatePerson[]): CertificateContent {
  return {
    householdKind: 'family',
    wholeHousehold: true,
    persons,
    origin: {
      region: '150402',
      regionName: '内蒙古自治区赤峰市红山区',
      detail: '样例街道虚构路12号院3号楼2单元501室',
    },
    originCommittee: '样例社区居民委员会',
    destination: {
      region: '210102',
      regionName: '辽宁省沈阳市和平区',
      detail: '样例街道虚构大街88号7-1-2',
    },
    permitNumber: '',
  }
}

/** 120 characters in all, no two stretches of it alike. */
export const longAddress =
  '锡林郭勒盟西乌珠穆沁旗巴拉嘎尔高勒镇宝日胡舒嘎查第三独贵龙草场北侧新建牧民定居点甲区十二排二十七号院东厢房' +
  '与原乡政府旧址隔路相望的供销合作社家属楼背后平房第九趟自西向东第四个门暂住登记处所附属用房上层靠近楼梯的那一间由户主之兄看管院内水井以西第六户门前'

export const serial: SheetSerial = { printYear: 2025, prefix: '蒙', digits: '00123456' }

export const issue: PrintedIssue = {
  issuedOn: '2026-03-01',
  validUntil: '2026-03-31',
  issuerName: '样例派出所',
  handler: '苏日娜',
  remark: '补发。原证：蒙迁字第00098765号，2026年2月10日签发，已遗失作废。',
}

export const wording: Wording = {
  sex: (code) => ({ '1': '男', '2': '女' })[code] ?? '未说明的性别',
  ethnicGroup: (code) => ({ '01': '汉族', '05': '蒙古族' })[code] ?? '其他',
  education: (code) => ({ '20': '大学本科' })[code] ?? '未说明',
  maritalStatus: (code) => ({ '10': '未婚', '20': '已婚' })[code] ?? '未说明',
}
