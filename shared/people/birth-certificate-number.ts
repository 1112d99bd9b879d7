import { accepted, refused, type Outcome, type Refusal } from '../base/outcome.ts'
import { compareDates, type PlainDate } from '../base/plain-date.ts'

/** A birth certificate's number (出生医学证明编号) as stored: half-width capitals and digits. */
export interface BirthCertificateNumber {
  readonly number: string
  /** What a clerk should look at although it is no fault; absent when there is nothing. */
  readonly hint?: string
}

/** First day of the seventh edition. */
export const seventhEditionFrom: PlainDate = '2023-04-01'

/** One letter and nine digits: the seventh edition, and most sheets before it. */
const USUAL = /^[A-Z]\d{9}$/

/** Sheets since 1996 that were numbered otherwise: always letters first, then digits. */
const OLDER = /^[A-Z]{1,3}\d{6,10}$/

/** Marks that only the number of an expert opinion or of a laboratory's report carries. */
const REPORT_MARKS = /鉴|检|司|第|字|号|DNA|STR|亲子|报告|[[\](){}〔〕【】]|^\d{4}[-/]/

const NOTHING = /^(?:[/\\—-]+|无|没有|未知|不详|暂无)$/

/**
 * Reads a birth certificate's number as typed. `issuedOn` is the certificate's own date, when known. Refuses with the code
 * 'birth-certificate-empty', '-none', '-report', '-citizen-id', '-letter-for-digit' or '-shape'. The number of a DNA report
 * is evidence of its own and has a field of its own (公通字〔2021〕12号, clause 20).
 */
export function checkBirthCertificateNumber(
  typed: string,
  issuedOn?: PlainDate,
): Outcome<BirthCertificateNumber> {
  const number = normaliseBirthCertificateNumber(typed)
  if (USUAL.test(number)) return accepted({ number })
  const isOlder = issuedOn === undefined || compareDates(issuedOn, seventhEditionFrom) < 0
  const fault = faultOf(number)
  if (fault === undefined && isOlder) return accepted({ number, hint: hintOnOlder(number) })
  return refused({ field: 'birthCertificateNumber', ...(fault ?? notTheSeventh(number)) })
}

/** Full width to half, small letters to capitals, spaces and a leading “No.” out. No character is exchanged for another. */
export function normaliseBirthCertificateNumber(typed: string): string {
  return typed
    .replaceAll('№', '')
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replace(/^(?:编号:?|NO[.:])/, '')
}

function faultOf(number: string): Refusal | undefined {
  if (number === '') {
    return {
      code: 'birth-certificate-empty',
      message: '还没有填出生医学证明编号。请照证件填写；没有证件的，选“没有出生医学证明”。',
    }
  }
  if (NOTHING.test(number)) {
    return {
      code: 'birth-certificate-none',
      message: '这一栏只填编号。没有出生医学证明的，请选“没有出生医学证明”，这一栏就不用填。',
    }
  }
  if (REPORT_MARKS.test(number)) return fromAReport(number)
  if (/^\d{17}[\dX]$/.test(number)) {
    return {
      code: 'birth-certificate-citizen-id',
      message: '填的是身份号码。出生医学证明编号是 1 个字母加 9 位数字，请照证件填写。',
    }
  }
  return letterForDigit(number) ?? (OLDER.test(number) ? undefined : wrongShape(number))
}

function fromAReport(number: string): Refusal {
  return {
    code: 'birth-certificate-report',
    citation: 'WR-20',
    message: `“${number}”像是鉴定书或者报告的编号，不是出生医学证明编号。亲子鉴定请填到“亲子鉴定”的编号栏；没有出生医学证明的，选“没有出生医学证明”。`,
  }
}

/** An O for a zero or an I for a one is named and not mended: the sheet says which it is. */
function letterForDigit(number: string): Refusal | undefined {
  if (!/^[A-Z][\dOIL]{9}$/.test(number)) return undefined
  const place = Array.from(number).findIndex((character, index) => index > 0 && /[OIL]/.test(character))
  return {
    code: 'birth-certificate-letter-for-digit',
    message: `编号第 ${place + 1} 位是字母“${number.charAt(place)}”，这里应是数字。请对照证件，看是不是 0 或者 1。`,
  }
}

function wrongShape(number: string): Refusal {
  return {
    code: 'birth-certificate-shape',
    message: `“${number}”不像出生医学证明编号。编号是 1 个字母加 9 位数字，请照证件填写。亲子鉴定的编号另有一栏；国外的出生证明选“国外出生”。`,
  }
}

function notTheSeventh(number: string): Refusal {
  return {
    code: 'birth-certificate-shape',
    message: `2023年4月1日以后签发的是第七版，编号是 1 个字母加 9 位数字，现在是“${number}”。请核对编号和签发日期。`,
  }
}

function hintOnOlder(number: string): string {
  return `“${number}”按旧版证件收下。请对照证件核对编号，并核验真伪。`
}
