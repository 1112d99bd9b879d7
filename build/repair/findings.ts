/** What a part of the data folder came to. */
export type Grade = 'sound' | 'mended' | 'needs-person'

export interface Finding {
  readonly part: string
  readonly grade: Grade
  /** For whoever stands before the machine: what was found, what was done, what to do. */
  readonly words: string
}

const marks: Readonly<Record<Grade, string>> = { sound: '✔', mended: '▲', 'needs-person': '✖' }
const exitCodes: Readonly<Record<Grade, number>> = { sound: 0, mended: 1, 'needs-person': 2 }

export function findingInWords({ part, grade, words }: Finding): string {
  return `${marks[grade]} ${part}：${words}`
}

/** 0 sound, 1 something was mended, 2 something needs a person: the worst of them. */
export function exitCodeOf(findings: readonly Finding[]): number {
  return Math.max(0, ...findings.map(({ grade }) => exitCodes[grade]))
}
