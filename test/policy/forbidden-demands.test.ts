import { describe, expect, it } from 'vitest'
import { alwaysForbidden, checkDemand, forbiddenFor } from '../../shared/policy/forbidden-demands.ts'
import type { DemandTopic } from '../../shared/policy/forbidden-demands.ts'
import { findCitation } from '../../shared/policy/instruments/index.ts'

const allTopics: readonly DemandTopic[] = [
  'birth',
  'birth-follows-mother',
  'settlement',
  'joining-kin',
  'purchase',
  'business',
  'talent',
  'stock',
  'reissue',
  'restoration',
  'residence-permit',
]

function clauseAgainst(demand: string, ...topics: DemandTopic[]): string | undefined {
  const checked = checkDemand(demand, forbiddenFor(...topics))
  return checked.ok ? undefined : checked.refusals[0]?.citation
}

describe('in every matter', () => {
  it.each([
    ['土地承包权退出承诺书', 'CF-4.1'],
    ['自愿放弃草牧场的声明', 'CF-4.1'],
    ['宅基地腾退协议', 'CF-4.1'],
    ['退地证明', 'CF-4.1'],
    ['退出集体收益分配权的材料', 'CF-4.1'],
    ['上交耕地承包合同', 'CF-4.1'],
    ['生态移民搬迁协议', 'CF-4.1'],
    ['土地流转合同', 'CF-4.1'],
    ['户口簿工本费', 'FEE-2013'],
    ['收费收据', 'FEE-2013'],
    ['派出所开的户籍证明', 'ST-21'],
    ['曾用名证明', 'ST-21'],
    ['身份证 15位升18位 证明', 'ST-21'],
    ['籍贯证明', 'ST-21'],
    ['派出所出具的身份信息', 'ST-21'],
    ['户口迁移证明', 'ST-21-5'],
    ['同户亲属关系证明', 'ST-21-5'],
    ['户口注销证明', 'ST-21-5'],
    ['宗教信仰声明', 'WR-56'],
  ])('nobody asks for %s', (demand, clause) => {
    for (const topic of allTopics) {
      const isTheLawfulFeeOfPermits = topic === 'residence-permit' && demand === '收费收据'
      if (!isTheLawfulFeeOfPermits) expect(clauseAgainst(demand, topic)).toBe(clause)
    }
    const general = checkDemand(demand, alwaysForbidden)
    expect(general.ok ? undefined : general.refusals[0]?.citation).toBe(clause)
  })

  it.each([
    '出生医学证明',
    '非婚生育说明',
    '居民户口簿',
    '结婚证',
    '户口迁移证',
    '准予迁入证明',
    '亲属关系证明',
    '旧身份证',
    '毕业证和学籍档案',
    '土地承包合同（证明身份用，可选）',
    '自建房的宅基地使用证',
    '国有土地使用证',
    '旧户口簿注销页和土地承包合同',
    '移民搬迁安置房的房产证',
    '水电费缴费记录',
    '派出所出具的捡拾报案证明',
    '派出所出具的非正常死亡证明',
    '宗教活动场所登记证',
    '企业名称变更证明',
    '司法鉴定机构的性别鉴定证明',
    '死亡医学证明',
    '收养登记证',
    '撤销死亡宣告判决书',
    '委托书和受托人身份证',
  ])('a clerk may ask for %s', (demand) => {
    expect(checkDemand(demand, alwaysForbidden)).toEqual({ ok: true, value: demand })
  })
})

describe('in matters of one kind', () => {
  it.each<[DemandTopic, string, string]>([
    ['birth', '准生证', 'SC96-0'],
    ['birth', '《准 生 证》', 'SC96-0'],
    ['birth', '生育服务证复印件', 'SC96-0'],
    ['birth', '准生证和非婚生育说明', 'SC96-0'],
    ['birth', '社会抚养费收据', 'PL-2021'],
    ['birth', '结扎证明', 'SC96-0'],
    ['birth', '母亲老家的未落户证明', 'WR-12'],
    ['birth-follows-mother', 'ＤＮＡ报告', 'WR-20'],
    ['birth-follows-mother', '父亲身份证复印件', 'WR-20'],
    ['birth-follows-mother', '亲子鉴定', 'WR-20'],
    ['settlement', '要社保缴费记录', 'CF-2.1.1(1)'],
    ['settlement', '住房面积证明', 'CF-2.1.1(2)'],
    ['settlement', '完税证明', 'CF-2.1.1(3)'],
    ['settlement', '被投靠人年龄', 'CF-2.1.1(1)'],
    ['settlement', '草场证', 'CF-4.1'],
    ['joining-kin', '养老保险', 'CF-2.1.1(1)'],
    ['joining-kin', '单身证明', 'CF-2.1.1(1)'],
    ['purchase', '90平米以上', 'CF-2.1.1(2)'],
    ['purchase', '社保', 'IM-104'],
    ['business', '注册资本验资报告', 'CF-2.1.1(3)'],
    ['talent', '租赁合同', 'CF-2.1.1(4)b'],
    ['talent', '参保证明', 'CF-2.1.1(1)'],
    ['stock', '劳动合同', 'CF-2.1.2'],
    ['stock', '房产证', 'CF-2.1.2'],
    ['reissue', '登报', 'WR-47'],
    ['reissue', '迁入地未入户证明', 'WR-12'],
    ['restoration', '未落户证明', 'WR-12'],
    ['residence-permit', '签注费', 'RP-21'],
    ['residence-permit', '首次工本费', 'RP-21'],
  ])('%s: nobody asks for %s', (topic, demand, clause) => {
    expect(clauseAgainst(demand, topic)).toBe(clause)
  })

  it.each<[DemandTopic, string]>([
    ['birth', '非婚生育证明'],
    ['birth', '有资质机构的亲子鉴定'],
    ['birth', '民族成份确认书'],
    ['birth-follows-mother', '母亲户口簿'],
    ['settlement', '登记备案的房屋租赁合同'],
    ['settlement', '购房合同和正式发票'],
    ['settlement', '不动产权证书'],
    ['settlement', '营业执照'],
    ['settlement', '税务登记证（纳税人识别号）'],
    ['joining-kin', '双方结婚证'],
    ['talent', '毕业证书'],
    ['talent', '工作单位证明'],
    ['stock', '社区的居住证明'],
    ['stock', '城镇就业情况说明'],
    ['reissue', '补领申请（写明遗失经过）'],
    ['restoration', '土地承包合同'],
    ['restoration', '撤销死亡宣告判决书'],
    ['residence-permit', '房屋租赁合同'],
    ['residence-permit', '补领工本费'],
    ['residence-permit', '本人相片'],
  ])('%s: a clerk may ask for %s', (topic, demand) => {
    expect(clauseAgainst(demand, topic)).toBeUndefined()
  })

  it('does not carry the bans of one matter into another', () => {
    expect(clauseAgainst('亲子鉴定', 'restoration')).toBeUndefined()
    expect(clauseAgainst('租赁合同', 'purchase')).toBeUndefined()
  })
})

describe('what the station already has', () => {
  it('may not be asked for on paper once it was obtained, and may before', () => {
    const list = forbiddenFor('residence-permit')
    expect(checkDemand('租赁合同纸质件', list).ok).toBe(true)
    expect(checkDemand('租赁合同纸质件', list, ['photo']).ok).toBe(true)
    expect(checkDemand('租赁合同纸质件', list, ['photo', 'lease'])).toEqual({
      ok: false,
      refusals: [
        {
          code: 'forbidden-demand',
          citation: 'WR-12',
          message: '不能要求“已经通过数据共享取得的材料”：系统里已经查到，不再要原件或者复印件。',
        },
      ],
    })
  })
})

describe('the list itself', () => {
  const everyDemand = allTopics.flatMap((topic) => forbiddenFor(topic))

  it('cites a clause of a known instrument and gives a reason for every ban', () => {
    expect(everyDemand.filter(({ citation }) => !findCitation(citation))).toEqual([])
    expect(everyDemand.filter(({ because, name }) => because === '' || name === '')).toEqual([])
  })

  it('refuses each of its own words', () => {
    for (const topic of allTopics) {
      const list = forbiddenFor(topic)
      const missed = list.flatMap(({ words }) => words).filter((word) => checkDemand(word, list).ok)
      expect(missed).toEqual([])
    }
  })

  it('names nothing twice in one matter, and bans what every matter bans', () => {
    for (const topic of allTopics) {
      const ids = forbiddenFor(topic).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const general = alwaysForbidden.filter(({ id }) => topic !== 'residence-permit' || id !== 'fee')
      expect(ids).toEqual(expect.arrayContaining(general.map(({ id }) => id)))
    }
  })
})
