import type { BookletHeadContent } from '../../shared/documents/booklet-head-page.ts'
import type { CollectiveCoverContent } from '../../shared/documents/collective-booklet-cover.ts'
import type { CollectiveMemberContent } from '../../shared/documents/collective-member-card.ts'
import type { RegisterChange } from '../../shared/documents/register-form-back.ts'
import type { RegisterFrontContent } from '../../shared/documents/register-form-front.ts'
import type { ResidentCardContent } from '../../shared/documents/resident-card.ts'
import { dottedName, longestAddress, longestEthnicGroup, longestName } from './made-up-words.ts'

export const headPage: BookletHeadContent = {
  householdKind: '家庭户',
  headName: '白音查干',
  householdNumber: '010203',
  address: '内蒙古自治区赤峰市样例区虚构路12号院3号楼2单元501室',
  issuedOn: '2026年3月1日',
  clerk: '苏日娜',
}
export const longestHeadPage: BookletHeadContent = {
  ...headPage,
  headName: longestName,
  householdNumber: '150499001001002003',
  address: longestAddress,
  clerk: longestName,
}

export const card: ResidentCardContent = {
  name: '乌云其木格',
  relation: '妻',
  formerName: '',
  sex: '女',
  birthplace: '内蒙古自治区赤峰市',
  ethnicGroup: '蒙古族',
  nativePlace: '内蒙古自治区赤峰市',
  birthDate: '1991年11月20日',
  otherAddress: '',
  religion: '',
  citizenId: '150499199111201246',
  height: '',
  bloodType: '',
  education: '大学本科',
  maritalStatus: '已婚',
  militaryService: '未服兵役',
  workplace: '样例区第三小学',
  occupation: '教师',
  movedToCity: '2016年8月1日由辽宁省沈阳市和平区迁来',
  movedToAddress: '2020年5月6日由样例区东街迁来',
  registeredOn: '2026年3月1日',
  clerk: '苏日娜',
}
export const longestCard: ResidentCardContent = {
  ...card,
  name: longestName,
  relation: '外祖父母或者外祖父母的兄弟姐妹及其配偶',
  formerName: dottedName,
  birthplace: longestAddress.slice(0, 60),
  ethnicGroup: longestEthnicGroup,
  nativePlace: longestAddress.slice(30, 90),
  otherAddress: longestAddress,
  religion: '藏传佛教',
  height: '172厘米',
  bloodType: '不明',
  education: '相当于大专学历毕业',
  maritalStatus: '丧偶后再婚',
  militaryService: '退出预备役',
  workplace: longestAddress.slice(40, 100),
  occupation: '草原生态保护与畜牧业技术推广服务人员甲',
  movedToCity: `2016年8月1日由${longestAddress}迁来`,
  movedToAddress: `2020年12月16日由${longestAddress}迁来`,
  registeredOn: '2026年12月31日',
  clerk: longestName,
}

export const member: CollectiveMemberContent = {
  ...card,
  relation: '集体户成员',
  unit: '赤峰样例人力资源服务中心',
  householdNumber: '900001',
  joinReason: '人才引进',
  joinedOn: '2026年3月1日',
}
export const longestMember: CollectiveMemberContent = {
  ...longestCard,
  unit: longestAddress.slice(0, 60),
  householdNumber: '150499001001002003',
  joinReason: '应届毕业生在本市就业后落入单位集体户',
  joinedOn: '2026年12月31日',
}

export const cover: CollectiveCoverContent = {
  unit: '赤峰样例人力资源服务中心',
  creditCode: '12150499000000000X',
  kind: '单位集体户',
  householdNumber: '900001',
  address: '内蒙古自治区赤峰市样例区虚构路8号',
  headName: '白音查干',
  stewardName: '乌云其木格',
  stewardTelephone: '0476-0000001',
  approval: '赤样公户〔2026〕3号，2026年2月20日',
  bookNumber: 'J-0001',
  issuedOn: '2026年3月1日',
  clerk: '苏日娜',
}
export const longestCover: CollectiveCoverContent = {
  ...cover,
  unit: longestAddress.slice(0, 60),
  address: longestAddress,
  headName: longestName,
  stewardName: dottedName,
  clerk: longestName,
}

export const registerFront: RegisterFrontContent = {
  ...card,
  station: '赤峰市公安局样例分局样例派出所',
  householdKind: '家庭户',
  headName: '白音查干',
  householdNumber: '010203',
  birthDate: '1991年11月20日8时30分',
  identityCardIssuedOn: '2019年6月3日',
  guardianOne: '',
  guardianOneRelation: '',
  guardianTwo: '',
  guardianTwoRelation: '',
  father: '那顺乌力吉',
  mother: '萨仁高娃',
  spouse: '白音查干',
  address: '内蒙古自治区赤峰市样例区虚构路12号院3号楼2单元501室',
  movedAway: '',
  cancelled: '',
  declarant: '',
}
export const longestRegisterFront: RegisterFrontContent = {
  ...registerFront,
  ...longestCard,
  headName: longestName,
  householdNumber: '150499001001002003',
  guardianOne: longestName,
  guardianOneRelation: '外祖父母或者外祖父母的兄弟姐妹及其配偶',
  guardianTwo: dottedName,
  guardianTwoRelation: '外祖父母',
  father: longestName,
  mother: dottedName,
  spouse: longestName,
  address: longestAddress,
  movedAway: `2026年1月31日因投靠直系亲属迁往${longestAddress}`,
  cancelled: '2026年1月31日因迁往市（县）外注销户口',
  declarant: longestName,
}

export const registerChange: RegisterChange = {
  item: '文化程度',
  content: '由高中变更为大学本科',
  on: '2025年7月1日',
  declarant: '乌云其木格',
  clerk: '苏日娜',
}
export const longestRegisterChange: RegisterChange = {
  item: '何时何因由何地迁来本市（县）',
  content: longestAddress,
  on: '2025年12月31日',
  declarant: longestName,
  clerk: dottedName,
}
