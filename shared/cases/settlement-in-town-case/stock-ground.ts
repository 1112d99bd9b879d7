import { addYears, dateInChinese } from '../../base/plain-date.ts'
import { figureInForce, numberInForce } from '../../policy/instruments/index.ts'
import { notice2016No50 } from '../../policy/instruments/notice-2016-50.ts'
import type { Setting } from '../../policy/rule.ts'
import type { SettlementFacts } from './fields.ts'
import { allOf, dayOfLaw, failed, fulfilled, lacking, open, type Standing } from './standing.ts'

/** 存量, 二(一)2: urban job and residence, or the whole family moved; no dwelling, contract or insurance. */
export function stock(facts: SettlementFacts, setting: Setting): Standing {
  if (facts.ruralMigrant === undefined) return open('还没有问是不是已经进城的转移人口。', 'ruralMigrant')
  if (!facts.ruralMigrant) return failed('不是已经在城镇就业居住或者举家迁来的转移人口。', '')
  return allOf(whichOfTheTwo(facts, setting), residence(facts))
}

function whichOfTheTwo(facts: SettlementFacts, setting: Setting): Standing {
  const worker = employedAndResident(facts, setting)
  const family = wholeFamily(facts)
  if (setting.options['stock-requires-both']) return allOf(worker, family)
  if (family.is === 'met') return family
  if (worker.is === 'met') return worker
  return family.is === 'unknown' && worker.is !== 'unknown' ? family : worker
}

function wholeFamily({ wholeFamily: whole }: SettlementFacts): Standing {
  if (whole === undefined) return open('还没有问是不是举家迁来。', 'wholeFamily')
  return whole
    ? fulfilled('举家迁来，不看住所、就业合同和社会保险。')
    : failed('不是举家迁来。', '全家一起迁来的，可以按举家迁徙申请。')
}

/** The years that the rules of the day ask for: three by the notice, none since the Region opened its towns. */
function employedAndResident({ urbanJob, residesSince }: SettlementFacts, setting: Setting): Standing {
  if (urbanJob === undefined) return open('还没有问是否在城镇就业。', 'urbanJob')
  if (!urbanJob) return failed('没有在城镇就业，也不是举家迁来。', '就业以后，或者全家一起迁来的，再申请。')
  if (!residesSince) return open('还没有填从哪天起连续居住。', 'residesSince')
  if (residesSince > setting.day) {
    return failed(`居住的起始日期${dateInChinese(residesSince)}还没有到。`, '请核对日期；住下来以后再申请。')
  }
  const since = `从${dateInChinese(residesSince)}起连续居住`
  const { value: years, clause } = figureInForce('stock-residence-years', dayOfLaw(setting))
  if (clause !== 'CF-2.1.2') {
    return fulfilled(
      `按自治区2020年放开以后的规定（赤政发〔2016〕50号原来要满${yearsOfTheNotice()}年，已放宽），在城镇就业，${since}即可，不看住所、合同和社会保险。`,
    )
  }
  const full = addYears(residesSince, years)
  return full <= setting.day
    ? fulfilled(`按赤政发〔2016〕50号，在城镇就业，${since}已满${years}年，不看住所、合同和社会保险。`)
    : failed(
        `按赤政发〔2016〕50号，连续居住要满${years}年；${since}，到${dateInChinese(full)}才满。`,
        '举家迁来的不看年数；也可以按购房、投靠、经商、人才申请。',
      )
}

/** The figure of the notice itself, whatever applies today. */
export function yearsOfTheNotice(): number {
  return numberInForce('stock-residence-years', notice2016No50.inForceFrom)
}

function residence({ residenceProofSeen }: SettlementFacts): Standing {
  if (residenceProofSeen === undefined) return open('还没有看居住情况。', 'residenceProofSeen')
  return residenceProofSeen
    ? fulfilled('')
    : lacking('还没有看到住在这里的材料。', '居住登记、居住证、社区说明有一样即可；不要合同和社保。')
}

/** Whether only the Region's later opening carries the case: the notice's years are not full yet. */
export function isCarriedByTheOpening(facts: SettlementFacts, { day }: Setting): boolean {
  const { residesSince } = facts
  return residesSince !== undefined && addYears(residesSince, yearsOfTheNotice()) > day
}
