import { compareDates, dateInChinese, isPlainDate, type PlainDate } from '../base/plain-date.ts'
import { accepted, refused, type Outcome, type Refusal } from '../base/outcome.ts'
import { regionName } from '../codes/gbt2260-region.ts'

/** What a citizen number (公民身份号码) says about its holder. */
export interface CitizenId {
  /** Eighteen characters, the last a digit or X. */
  readonly id: string
  /** Six digits: the county of first registration, by the list of that time. */
  readonly region: string
  readonly birthDate: PlainDate
  /** GB/T 2261.1. */
  readonly sex: '1' | '2'
  /** What a clerk should know although it is no fault, in sentences. */
  readonly notes: readonly string[]
}

export interface CitizenIdCheck {
  readonly today: PlainDate
  /** Sequence 000 is never allotted; made-up numbers of tests and training carry it. */
  readonly allowUnissuedSequence?: boolean
}

/** What a form or the register says of the same person; what is not known yet is left out. */
export interface CitizenFacts {
  readonly citizenId: string
  readonly birthDate?: PlainDate | undefined
  /** GB/T 2261.1; only 1 and 2 can contradict. */
  readonly sex?: string | undefined
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** Clause id of the standard. */
const STANDARD = 'GB-11643'

/** The eighteenth character for seventeen digits, GB 11643-1999 (ISO 7064, MOD 11-2). Throws RangeError for anything else. */
export function checkCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError(`not seventeen digits: ${first17}`)
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17.charAt(index)), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/** Full width to half, spaces out, x to X, fifteen digits to eighteen. Never mends a digit. */
export function normaliseCitizenId(typed: string): string {
  const text = plainText(typed)
  return hasFifteenDigits(text) ? fromFifteenDigits(text) : text
}

/**
 * Reads a citizen number as typed or read from a card (GB 11643). An area that is not in today's list passes with a note:
 * it names the county of first registration, which may be gone. Refuses with the code 'citizen-id-empty', '-characters',
 * '-length', '-date', '-future', '-sequence' or '-check-character'.
 */
export function checkCitizenId(typed: string, check: CitizenIdCheck): Outcome<CitizenId> {
  const id = normaliseCitizenId(typed)
  const isLegacy = hasFifteenDigits(plainText(typed))
  const fault =
    shapeFaultOf(id) ??
    dateFaultOf(id, check.today, isLegacy) ??
    sequenceFaultOf(id, check) ??
    checkFaultOf(id)
  if (fault !== undefined) return refused({ ...fault, field: 'citizenId' })
  return accepted({ ...partsOf(id), id, notes: notesOn(id, isLegacy) })
}

/** 6-8-4 for the eye, parted by spaces, which `normaliseCitizenId` takes out again. A text of another length stays as it is. */
export function groupCitizenId(id: string): string {
  return id.length === 18 ? `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}` : id
}

/** First six, four stars, last four: for every place where the whole number is not needed. A short text is all stars. */
export function maskCitizenId(id: string): string {
  return id.length < 15 ? '*'.repeat(id.length) : `${id.slice(0, 6)}****${id.slice(-4)}`
}

/**
 * Where a number (already checked) and the other facts of a person do not agree; empty when they do. The codes are
 * 'citizen-id-birth-date' and 'citizen-id-sex'. Which of the two is wrong, the program does not know and does not mend.
 */
export function contradictions({ citizenId, birthDate, sex }: CitizenFacts): readonly Refusal[] {
  const inNumber = partsOf(citizenId)
  const found: Refusal[] = []
  if (birthDate !== undefined && inNumber.birthDate !== birthDate) {
    const message = birthDatesDiffer(inNumber.birthDate, birthDate)
    found.push({ code: 'citizen-id-birth-date', field: 'birthDate', citation: STANDARD, message })
  }
  if ((sex === '1' || sex === '2') && inNumber.sex !== sex) {
    const message = `身份号码表示${sexInWords(inNumber.sex)}性，登记的是${sexInWords(sex)}性。请核对哪一个写错了。`
    found.push({ code: 'citizen-id-sex', field: 'sex', citation: STANDARD, message })
  }
  return found
}

function birthDatesDiffer(inNumber: PlainDate, written: PlainDate): string {
  const both = `身份号码里的出生日期是${inWords(inNumber)}，登记的是${inWords(written)}。`
  return swapDayAndMonth(inNumber) === written
    ? `${both}月和日正好对调，可能写反了。请对照证件核对。`
    : `${both}请核对哪一个写错了。`
}

function plainText(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
}

function hasFifteenDigits(text: string): boolean {
  return /^\d{15}$/.test(text)
}

function fromFifteenDigits(digits: string): string {
  const first17 = `${digits.slice(0, 6)}19${digits.slice(6)}`
  return `${first17}${checkCharacter(first17)}`
}

function partsOf(id: string): Omit<CitizenId, 'id' | 'notes'> {
  return {
    region: id.slice(0, 6),
    birthDate: `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`,
    sex: Number(id.charAt(16)) % 2 === 1 ? '1' : '2',
  }
}

function shapeFaultOf(id: string) {
  if (id === '') return { code: 'citizen-id-empty', message: '还没有填身份号码。请输入 18 位号码。' }
  const strange = Array.from(id).find(
    (character, index) => !/\d/.test(character) && !(character === 'X' && index === 17),
  )
  if (strange === 'X') {
    return { code: 'citizen-id-characters', message: 'X 只能是第 18 位。请核对身份号码有没有缺位或者多位。' }
  }
  if (strange !== undefined) {
    return {
      code: 'citizen-id-characters',
      message: `身份号码里有“${strange}”。号码只有数字，末位可以是 X，请重新输入。`,
    }
  }
  return id.length === 18 ? undefined : lengthFault(id.length)
}

function lengthFault(length: number) {
  return { code: 'citizen-id-length', message: `身份号码应是 18 位，现在是 ${length} 位。请核对。` }
}

function dateFaultOf(id: string, today: PlainDate, isLegacy: boolean) {
  const { birthDate } = partsOf(id)
  const written = id.slice(6, 14)
  // Fifteen digits without a day in them are no old number but a new one with three digits missing.
  if (isLegacy && !isPlainDate(birthDate)) return lengthFault(15)
  if (!isPlainDate(birthDate)) {
    return {
      code: 'citizen-id-date',
      message: `身份号码第 7 到 14 位是 ${written}，${whyNoSuchDay(birthDate)}`,
    }
  }
  if (compareDates(birthDate, today) <= 0) return undefined
  return {
    code: 'citizen-id-future',
    message: `身份号码里的出生日期${inWords(birthDate)}还没有到。请核对第 7 到 14 位。`,
  }
}

function whyNoSuchDay(date: string): string {
  const [year, month, day] = date.split('-')
  if (month === '02' && day === '29') return `${year} 年不是闰年，没有 2 月 29 日。请核对这 8 位。`
  const isSwapped = isPlainDate(swapDayAndMonth(date))
  return isSwapped ? '没有这个月，月和日可能写反了。请核对这 8 位。' : '日历上没有这一天。请核对这 8 位。'
}

function swapDayAndMonth(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}-${day}-${month}`
}

function sequenceFaultOf(id: string, check: CitizenIdCheck) {
  if (id.slice(14, 17) !== '000' || check.allowUnissuedSequence === true) return undefined
  return {
    code: 'citizen-id-sequence',
    message: '身份号码第 15 到 17 位是 000，这样的号码从不编发。请对照证件核对。',
  }
}

function checkFaultOf(id: string) {
  if (checkCharacter(id.slice(0, 17)) === id.charAt(17)) return undefined
  return {
    code: 'citizen-id-check-character',
    message: '身份号码的校验位对不上，至少有一位输错了。请对照证件逐位核对。',
  }
}

function notesOn(id: string, isLegacy: boolean): readonly string[] {
  const notes: string[] = []
  if (isLegacy) {
    notes.push('输入的是 15 位旧号码，已按规则换成 18 位，请对照证件核对。')
    if (/^99[6-9]$/.test(id.slice(14, 17))) {
      notes.push('旧号码的顺序码是 996 到 999，可能是百岁老人，出生年份请核对。')
    }
  }
  if (regionName(id.slice(0, 6)) === undefined) {
    notes.push(`前 6 位 ${id.slice(0, 6)} 不在现行行政区划代码里，可能是撤并前的代码。不影响办理。`)
  }
  return notes
}

function inWords(date: PlainDate): string {
  return isPlainDate(date) ? dateInChinese(date) : date
}

function sexInWords(sex: '1' | '2'): string {
  return sex === '1' ? '男' : '女'
}
