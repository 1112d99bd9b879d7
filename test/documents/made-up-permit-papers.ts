import {
  residencePermitApplication,
  type ResidencePermitApplicationContent,
} from '../../shared/documents/residence-permit-application.ts'
import {
  residencePermitRecord,
  type ResidencePermitRecordContent,
} from '../../shared/documents/residence-permit-record.ts'
import { servicesLeaflet, type ServicesLeafletContent } from '../../shared/documents/services-leaflet.ts'
import { statisticsReport, type StatisticsReportContent } from '../../shared/documents/statistics-report.ts'
import type { MadeUpPaper } from './made-up-papers.ts'
import { head, longestAddress, longestEthnicGroup, longestName } from './made-up-words.ts'

const application: ResidencePermitApplicationContent = {
  head,
  occasion: '首次申领',
  name: '白音查干',
  sex: '男',
  ethnicGroup: '蒙古族',
  birthDate: '1990年3月5日',
  citizenId: '150499199003051234',
  telephone: '0476-0000003',
  householdAddress: '内蒙古自治区赤峰市虚构县样例镇东街9号',
  residenceAddress: '内蒙古自治区赤峰市样例区虚构路12号院3号楼2单元501室',
  residenceSince: '2025年6月1日',
  ground: '合法稳定住所',
  photoSource: '居民身份证照片库',
  agent: '',
  agentCitizenId: '',
  proofs: [
    { name: '居民身份证', kind: '原件' },
    { name: '房屋租赁合同', kind: '原件、复印件' },
  ],
}

const record: ResidencePermitRecordContent = {
  station: head.station,
  permitNumber: 'YL-JZZ-000123',
  state: '使用中',
  name: '白音查干',
  sex: '男',
  ethnicGroup: '蒙古族',
  birthDate: '1990年3月5日',
  citizenId: '150499199003051234',
  householdAddress: '内蒙古自治区赤峰市虚构县样例镇东街9号',
  residenceAddress: '内蒙古自治区赤峰市样例区虚构路12号院3号楼2单元501室',
  issuer: '赤峰市公安局样例分局',
  issuedOn: '2023-02-01',
  residenceCountsFrom: '2025-03-10',
  endorsements: [
    { on: '2024-01-20', until: '2025-01-31', late: false, clerk: '苏日娜' },
    { on: '2025-03-10', until: '2026-03-09', late: true, clerk: '苏日娜' },
  ],
  printedOn: '2026-03-01',
}

const leaflet: ServicesLeafletContent = {
  head,
  name: '白音查干',
  occasion: '已经领取居住证',
  basis: '居住证',
  now: [
    { name: '劳动就业服务', clause: '赤政发〔2016〕50号，三（二）；《居住证暂行条例》第十二条', when: '' },
    { name: '基本公共教育', clause: '赤政发〔2016〕50号，三（二）', when: '' },
    { name: '基本医疗卫生服务', clause: '赤政发〔2016〕50号，三（二）', when: '' },
    { name: '公共文化服务', clause: '赤政发〔2016〕50号，三（二）', when: '' },
    { name: '证照办理服务', clause: '赤政发〔2016〕50号，三（二）；《居住证暂行条例》第十三条', when: '' },
  ],
  afterYears: [
    {
      name: '中等职业教育资助、就业扶持、住房保障、养老服务、社会福利、社会救助',
      clause: '赤政发〔2016〕50号，三（二）',
      when: '看连续居住年限和参加社会保险年限；您的居住年限从2025年3月10日起算',
    },
  ],
  onConditions: [
    {
      name: '随迁子女在本地参加中考和高考',
      clause: '赤政发〔2016〕50号，三（二）；自治区教育厅的规定',
      when: '看子女在本地连续就学的年限',
    },
  ],
}

const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`)
const statistics: StatisticsReportContent = {
  title: '户籍统计表',
  station: head.station,
  from: '2026-01-01',
  to: '2026-12-31',
  printedOn: '2027-01-04',
  tables: [
    {
      title: '一、户数和人口',
      labelHead: '居民类别',
      heads: ['户数', '人口', '男', '女', '未满18岁', '60岁以上'],
      note: '城镇居民、农村牧区居民按户口登记地址是不是在城区范围内统计。',
      rows: [
        {
          label: '城镇居民',
          figures: ['3,204', '8,915', '4,402', '4,513', '1,602', '1,911'],
          isTotal: false,
        },
        {
          label: '农村牧区居民',
          figures: ['1,120', '3,301', '1,690', '1,611', '540', '802'],
          isTotal: false,
        },
        { label: '合计', figures: ['4,324', '12,216', '6,092', '6,124', '2,142', '2,713'], isTotal: true },
      ],
    },
    {
      title: '二、每月变动',
      labelHead: '变动原因',
      heads: [...months, '合计'],
      note: '',
      rows: ['出生登记', '死亡注销', '迁入', '迁出', '恢复户口', '补录户口'].map((label, row) => ({
        label,
        figures: [...months.map((_, month) => `${(row + 2) * (month + 1)}`), `${(row + 2) * 78}`],
        isTotal: false,
      })),
    },
  ],
}

export const permitPapers: Readonly<Record<string, MadeUpPaper>> = {
  'residence-permit-application': {
    definition: residencePermitApplication(application),
    pages: 1,
    words: ['居住证申领登记表', '首次申领', '合法稳定住所', '2025年6月1日', '照片', '不以退出土地承包经营权'],
  },
  'residence-permit-application-longest': {
    definition: residencePermitApplication({
      ...application,
      name: longestName,
      ethnicGroup: longestEthnicGroup,
      householdAddress: longestAddress,
      residenceAddress: longestAddress.replace('锡林郭勒盟', '呼伦贝尔市'),
      agent: longestName,
      agentCitizenId: '150499199003051234',
    }),
    pages: 2,
    words: [longestName, longestEthnicGroup, longestAddress, '呼伦贝尔市西乌珠穆沁旗', '代办人'],
  },
  'residence-permit-record': {
    definition: residencePermitRecord(record),
    pages: 1,
    words: ['居住证登记及签注记录', 'YL-JZZ-000123', '2024年1月20日', '按期', '逾期补办', '2025年3月10日'],
  },
  'residence-permit-record-longest': {
    definition: residencePermitRecord({
      ...record,
      name: longestName,
      ethnicGroup: longestEthnicGroup,
      householdAddress: longestAddress,
      residenceAddress: longestAddress,
      endorsements: Array.from({ length: 30 }, (_, year) => ({
        on: `${2024 + year}-01-20`,
        until: `${2025 + year}-01-31`,
        late: year % 5 === 4,
        clerk: longestName,
      })),
    }),
    pages: 5,
    words: [longestName, longestEthnicGroup, longestAddress, '2053年1月20日'],
  },
  'services-leaflet': {
    definition: servicesLeaflet(leaflet),
    pages: 1,
    words: [
      '持居住证可以享受的服务',
      '现在就可以享受',
      '满一定年限后',
      '符合条件的',
      '不以退出土地承包经营权',
    ],
  },
  'services-leaflet-longest': {
    definition: servicesLeaflet({
      ...leaflet,
      basis: '落户',
      name: longestName,
      occasion: `已经在${longestAddress}落户`,
      now: Array.from({ length: 14 }, () => leaflet.now[0] ?? { name: '', clause: '', when: '' }),
    }),
    pages: 2,
    words: [longestName, longestAddress, '落户后可以享受的服务'],
  },
  'statistics-report': {
    definition: statisticsReport(statistics),
    pages: 1,
    words: ['户籍统计表', '城镇居民', '农村牧区居民', '12,216', '恢复户口', '2026年1月1日至2026年12月31日'],
  },
}
