import type { PlainDate } from '../base/plain-date.ts'

/** A day on which the law changed and with which a rule compares a birth, an adoption or a paper. */
export interface LegalDate {
  readonly name: string
  /** The first day of the new state of the law. */
  readonly day: PlainDate
  readonly clause: string
  /** Set where the day rests on memory. */
  readonly unconfirmed?: string
}

const fromMemory = '日期凭记忆，待核'

export const legalDates = {
  'adoption-law': { name: '收养法施行', day: '1992-04-01', clause: 'CC-1105', unconfirmed: fromMemory },
  'adoption-law-revision': { name: '修改后的收养法施行', day: '1999-04-01', clause: 'SC96-3' },
  'migration-certificate-design': { name: '启用新的迁移证和准迁证', day: '1995-01-01', clause: 'MC-1' },
  'birth-certificate-scheme': { name: '启用全国统一的出生医学证明', day: '1996-01-01', clause: 'MH-1996' },
  'birth-certificate-seventh-edition': {
    name: '启用第七版出生医学证明',
    day: '2023-04-01',
    clause: 'MH-7',
  },
  'booklet-design': { name: '启用新的登记表和户口簿', day: '1996-07-01', clause: 'BF-1' },
  'eighteen-digit-number': {
    name: '启用十八位公民身份号码',
    day: '1999-07-01',
    clause: 'GB-11643',
    unconfirmed: fromMemory,
  },
  'fees-abolished': { name: '取消户口簿和迁移证工本费', day: '2013-01-01', clause: 'FEE-2013' },
  'one-licence': {
    name: '营业执照与税务登记证合一',
    day: '2015-10-01',
    clause: 'OL-50',
    unconfirmed: fromMemory,
  },
  'residence-permit': { name: '居住证条例施行', day: '2016-01-01', clause: 'RP-2' },
  'ethnic-group-measures': { name: '民族成份登记管理办法施行', day: '2016-01-01', clause: 'EG-5' },
  'one-stop': { name: '自治区内迁移不再开纸质证件', day: '2020-01-01', clause: 'IM-2020' },
  'region-opening': {
    name: '自治区放开落户年限',
    day: '2020-01-01',
    clause: 'IM-2020-OPEN',
    unconfirmed: '自治区文件约在2020年，日期没有核实',
  },
  'civil-code': { name: '民法典施行', day: '2021-01-01', clause: 'CC-13' },
  'three-children': { name: '三孩政策，取消社会抚养费', day: '2021-08-20', clause: 'PL-2021' },
  'working-rules': { name: '户口居民身份证管理工作规范施行', day: '2021-10-01', clause: 'WR-3' },
} as const satisfies Record<string, LegalDate>
export type LegalDateName = keyof typeof legalDates

/** The first day of a state of the law. */
export function legalDate(name: LegalDateName): PlainDate {
  return legalDates[name].day
}
