import { chifengTownships } from '../../codes/chifeng-township.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import type { SettlementFacts } from './fields.ts'
import { isTownWithVillages, townshipName, townStanding } from './places.ts'

const opened = '中心城区、旗县区政府驻地镇和其他建制镇'

/** Where town is, and whose area it is. */
export const placeRules: readonly Rule<SettlementFacts>[] = [
  {
    id: 'target-in-area',
    title: '落户地址归不归本所管',
    citations: ['HR-3', 'WR-8'],
    consequence: 'refer',
    test: ({ targetInArea, township }, { stationName }) => {
      if (targetInArea === undefined) return unknown('还没有问落户地址归不归本所管。', 'targetInArea')
      return targetInArea
        ? met(`归${stationName}管。`)
        : unmet(
            `落户地址${township ? `在${townshipName(township)}，` : ''}不归本所管。`,
            '请到落户地址所在的派出所申请，材料照这张单子带。',
          )
    },
  },
  {
    id: 'county-agrees',
    title: '落户的地方和本所是不是一个旗县区',
    citations: ['HR-3'],
    consequence: 'warn',
    test: ({ targetInArea, township }, { stationCode, stationName }) => {
      if (!targetInArea || !township) return notApplicable
      return township.startsWith(stationCode.slice(0, 6))
        ? met('在同一个旗县区。')
        : unmet(
            `${townshipName(township)}和${stationName}不在一个旗县区。`,
            '请核对落户的地方是不是选错了；确实归本所管的，照常办。',
          )
    },
  },
  {
    id: 'place-is-town',
    title: '落户的地方是不是城镇',
    citations: ['CF-2.1.1'],
    consequence: 'refuse',
    test: ({ township, inVillage }, { options }) => {
      if (!township) return unknown('还没有填要落户的地方。', 'township')
      const name = townshipName(township)
      if (townStanding(township) === 'country' && options['township-or-sumu'] === 'ordinary-rules') {
        return unmet(
          `${name}是乡、苏木，不在放开的范围。放开的是${opened}。`,
          '在乡、苏木落户按一般投靠办理；也可以在城镇的住所或者社区集体户落户。',
        )
      }
      if (isTownWithVillages(township) && options['village-under-a-town'] === 'not-town') {
        if (inVillage === undefined) return unknown('还没有问住址是不是在村（嘎查）里。', 'inVillage')
        if (inVillage) {
          return unmet(
            `住址在${name}下面的村（嘎查），不在城镇范围。放开的是${opened}。`,
            '在村里落户按一般投靠办理；也可以在城镇的住所或者社区集体户落户。',
          )
        }
      }
      return met(`${name}在放开的范围：${opened}。`)
    },
  },
  {
    id: 'place-needs-a-person',
    title: '是不是在城镇范围里，要不要由人判断',
    citations: ['CF-2.1.1', 'CF-3.1'],
    consequence: 'warn',
    test: ({ township, inVillage }, { options }) => {
      if (!township || townStanding(township) === 'country') return notApplicable
      if (townStanding(township) === 'person-decides') {
        return unmet(
          `${townshipName(township)}是园区、农牧场一类，通知没有写算不算城镇。`,
          '由审批人看实际位置决定，在意见里写明理由。',
        )
      }
      return inVillage && options['village-under-a-town'] === 'person-decides'
        ? unmet(
            '住址在镇下面的村（嘎查）：村在镇的辖区里，不一定在城镇范围里。',
            '由审批人看实际位置决定，在意见里写明理由。',
          )
        : met(`${chifengTownships.get(township).kind === '镇' ? '建制镇' : '街道'}的城镇范围。`)
    },
  },
]
