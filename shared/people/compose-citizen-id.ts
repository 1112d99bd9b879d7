import { accepted, refused, type Outcome, type Refusal } from '../base/outcome.ts'
import { isPlainDate, type PlainDate } from '../base/plain-date.ts'
import { checkCharacter } from './citizen-id.ts'

/** What a number is made of (GB 11643; 公通字〔2021〕12号, clause 4). */
export interface CitizenIdParts {
  /** Six digits: the county of first registration. */
  readonly countyCode: string
  readonly birthDate: PlainDate
  /** Three digits, from the county's sequence register (顺序码登记表); the program never draws one itself. */
  readonly sequence: string
  /** GB/T 2261.1. */
  readonly sex: string
}

/**
 * The eighteen characters, check character included. Refuses with the code 'county-code', 'birth-date',
 * 'sequence-shape' or 'sequence-sex'. Sequence 000 passes: made-up people carry it.
 */
export function composeCitizenId(parts: CitizenIdParts): Outcome<string> {
  const fault = faultOf(parts)
  if (fault !== undefined) return refused({ citation: 'GB-11643', ...fault })
  const first17 = `${parts.countyCode}${parts.birthDate.replaceAll('-', '')}${parts.sequence}`
  return accepted(`${first17}${checkCharacter(first17)}`)
}

function faultOf({ countyCode, birthDate, sequence, sex }: CitizenIdParts): Refusal | undefined {
  if (!/^\d{6}$/.test(countyCode)) {
    return { code: 'county-code', field: 'countyCode', message: '旗县区代码是 6 位数字，请核对。' }
  }
  if (!isPlainDate(birthDate)) {
    return { code: 'birth-date', field: 'birthDate', message: '还没有正确的出生日期，请先核对出生日期。' }
  }
  if (!/^\d{3}$/.test(sequence)) {
    return {
      code: 'sequence-shape',
      field: 'sequence',
      message: '顺序码是 3 位数字。请按《公民身份号码顺序码登记表》填写。',
    }
  }
  return sequenceFitsSex(sequence, sex) ? undefined : sexFault(sequence, sex)
}

function sequenceFitsSex(sequence: string, sex: string): boolean {
  return sex === (Number(sequence) % 2 === 1 ? '1' : '2')
}

function sexFault(sequence: string, sex: string): Refusal {
  if (sex !== '1' && sex !== '2') {
    return { code: 'sequence-sex', field: 'sex', message: '编号要先知道性别。请先填性别。' }
  }
  const expected = sex === '1' ? '男性的顺序码是单数' : '女性的顺序码是双数'
  return {
    code: 'sequence-sex',
    field: 'sequence',
    message: `${expected}，现在是 ${sequence}。请核对顺序码和性别。`,
  }
}
