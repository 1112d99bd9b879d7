import { legalDate } from '../../policy/legal-dates.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import { defaultPolicyOptions } from '../../policy/options.ts'
import type { Deadline } from '../case-type.ts'
import { levels, type Level } from '../levels.ts'
import type { RestorationFacts } from './fields.ts'
import { asksForVisit, isGraduateSentHome } from './reading.ts'

/** The levels up to the one that the city's setting names; the national rules leave it open. */
export function levelsOfRestoration(): readonly Level[] {
  return levels.slice(0, levels.indexOf(defaultPolicyOptions['restoration-approval-level']) + 1)
}

/** At once when the counter can check everything, otherwise the days of a check. */
export function deadline(facts: RestorationFacts): Deadline {
  const day = legalDate('working-rules')
  return canBeCheckedAtOnce(facts)
    ? {
        workingDays: numberInForce('restoration-at-once', day),
        basis: '当场能核实的当天恢复（外地做法，可由市局调整）',
      }
    : {
        workingDays: numberInForce('restoration-check', day),
        basis: '要核查的十个工作日（外地做法，可由市局调整）',
      }
}

function canBeCheckedAtOnce(facts: RestorationFacts): boolean {
  const { elsewhereCheck, comparisonResult, numberCheck } = facts
  return (
    !asksForVisit(facts) &&
    elsewhereCheck === 'none' &&
    comparisonResult === 'same-person' &&
    numberCheck !== 'in-use'
  )
}

/** The office that handles it when this station does not. */
export function rightOffice(facts: RestorationFacts): string {
  const { cause, certificateWay, homeOffice, cancellingOffice } = facts
  switch (cause) {
    case 'enlistment':
      return '退役军人事务部门（开安置介绍信），然后到安置地派出所'
    case 'imprisonment':
      return '原户口注销地派出所（按释放人员落户）'
    case 'settled-abroad':
      return '拟定居地旗县区侨务部门和公安局'
    case 'foreign-nationality':
      return '公安机关出入境管理部门'
    default:
      break
  }
  if (isGraduateSentHome(facts)) return homeOffice ?? '原籍派出所'
  if (certificateWay === 'still-valid') return '户口迁移证上写的迁入地派出所'
  if (certificateWay === 'can-land') return '签发户口迁移证件的公安机关'
  return cancellingOffice ?? '原户口注销地派出所'
}
