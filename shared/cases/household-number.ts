import type { Refusal } from '../base/outcome.ts'
import { householdKey } from '../people/household.ts'
import type { RecordView } from '../register/record.ts'

/** What is wrong with a number typed for a new household; undefined when it can be given. */
export function unusedHouseholdNumber(number: string, records: RecordView): Refusal | undefined {
  if (!/^\d{6,12}$/.test(number)) {
    return {
      code: 'household-number-shape',
      field: 'householdNumber',
      message: '户号是 6 到 12 位数字。请重新输入。',
    }
  }
  if (!records.has(householdKey(number))) return undefined
  const message = `户号${number}已经有一户。请换一个户号。`
  return { code: 'household-number-used', field: 'householdNumber', message }
}
