import type { SlipHead } from '../../shared/documents/slip-head.ts'

/** Made-up words for papers, ordinary and the longest that the law allows. */
export const head: SlipHead = {
  station: '赤峰市公安局样例分局样例派出所',
  address: '样例街道虚构路1号',
  telephone: '0476-0000000',
  desk: '户籍2号窗口',
  clerk: '苏日娜',
  clerkNumber: '040001',
  caseNumber: 'YL-2-20260301-0017',
  day: '2026-03-01',
}

/** 25 Han characters without a dot, and with one. */
export const longestName = '阿拉坦其其格娜仁高娃乌力吉巴图孟和达来那顺额尔敦宝'
export const dottedName = '阿拉坦其其格娜仁高娃·乌力吉巴图孟和达来那顺额尔敦'

/** 120 characters, no two stretches of it alike. */
export const longestAddress = Array.from(
  '锡林郭勒盟西乌珠穆沁旗巴拉嘎尔高勒镇宝日胡舒嘎查第三独贵龙草场北侧新建牧民定居点甲区十二排二十七号院东厢房与原乡政府旧址隔路相望的供销合作社家属楼背后平房第九趟自西向东第四个门暂住登记处所附属用房上层靠近楼梯的那一间由户主之兄看管院内水井以西',
)
  .slice(0, 120)
  .join('')

/** 200 characters, none of its stretches of ten alike. */
export const longestRemark = Array.from({ length: 40 }, (_, index) => `第${1001 + index}项`)
  .join('')
  .concat('、'.repeat(200))
  .slice(0, 200)
  .replaceAll(/、+$/gu, (tail) => '完'.repeat(tail.length))

/** The longest name of an ethnic group with the note of a naturalised person. */
export const longestEthnicGroup = '外国血统中国籍人士（乌克兰）（入籍）'
