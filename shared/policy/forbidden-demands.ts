import { accepted, refused, type Outcome } from '../base/outcome.ts'

/** A paper or condition that nobody at the counter may ask for, with the words by which a clerk might ask for it. */
export interface ForbiddenDemand {
  readonly id: string
  readonly name: string
  readonly words: readonly string[]
  readonly citation: string
  readonly because: string
}

/** Demands that no case type may make. Case types add their own. */
export const alwaysForbidden: readonly ForbiddenDemand[] = [
  {
    id: 'land-rights',
    name: '退出土地、草场、林地、宅基地或者集体收益权的材料',
    words: ['退出土地', '退地', '草场', '林地', '宅基地', '集体收益', '承包经营权'],
    citation: 'CF-4.1',
    because: '土地和集体权益与户口无关，不得作为条件。',
  },
  {
    id: 'fee',
    name: '工本费或者其他费用',
    words: ['工本费', '手续费', '缴费', '收费', '收据'],
    citation: 'FEE-2013',
    because: '户口簿和迁移证件不收费。',
  },
  {
    id: 'own-records',
    name: '本所档案已经能证明的证明',
    words: ['户籍证明', '户籍地址证明', '身份证号码证明', '曾用名证明', '出生日期证明', '派出所证明'],
    citation: 'ST-21',
    because: '户口簿、身份证和本所档案已经能证明，由本所自己查。',
  },
]

/** Refuses a demand that stands on the list, naming the clause; any other wording passes. */
export function checkDemand(demand: string, list: readonly ForbiddenDemand[]): Outcome<string> {
  const wording = demand.replaceAll(/\s/g, '')
  const forbidden = list.find((item) => item.words.some((word) => wording.includes(word)))
  if (!forbidden) return accepted(demand)
  return refused({
    code: 'forbidden-demand',
    message: `不能要求“${forbidden.name}”：${forbidden.because}`,
    citation: forbidden.citation,
  })
}
