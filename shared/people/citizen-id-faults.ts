import type { Refusal } from '../base/outcome.ts'
import { ageOn, type PlainDate } from '../base/plain-date.ts'
import { checkCitizenId, contradictions, type CitizenId, type CitizenIdCheck } from './citizen-id.ts'

/** What the same form says of the person, as far as it is known. */
export interface ReviewedFacts extends CitizenIdCheck {
  readonly birthDate?: PlainDate | undefined
  /** GB/T 2261.1. */
  readonly sex?: string | undefined
}

/** All that a typed number gives rise to. */
export interface CitizenIdReview {
  /** The number as stored; absent when what was typed is none. */
  readonly citizenId?: CitizenId
  /** What stops: the number is none, or contradicts the form. */
  readonly refusals: readonly Refusal[]
  /** What a clerk should look at, in sentences; nothing of it stops anything and nothing is recoded. */
  readonly warnings: readonly string[]
}

/** Nobody is known to have lived beyond 122: above this age a wrong year is likelier than a long life. */
const OLDEST_LIKELY_AGE = 120

/** Reads a number as typed and holds it against the rest of the form (GB 11643). */
export function reviewCitizenId(typed: string, facts: ReviewedFacts): CitizenIdReview {
  const checked = checkCitizenId(typed, facts)
  if (!checked.ok) return { refusals: checked.refusals, warnings: [] }
  const citizenId = checked.value
  const refusals = contradictions({ citizenId: citizenId.id, birthDate: facts.birthDate, sex: facts.sex })
  return { citizenId, refusals, warnings: [...citizenId.notes, ...warningsOfAge(citizenId, facts.today)] }
}

function warningsOfAge({ id, birthDate, notes }: CitizenId, today: PlainDate): readonly string[] {
  const warnings: string[] = []
  const age = ageOn(birthDate, today)
  if (age > OLDEST_LIKELY_AGE) {
    warnings.push(`按身份号码这个人已经 ${age} 岁。请核对出生年份，并核对是不是早已去世。`)
  }
  // The old numbers of centenarians; one typed with fifteen digits has its note already.
  const isCentenarianSequence = /^99[6-9]$/.test(id.slice(14, 17))
  const isNoted = notes.some((note) => note.includes('996'))
  if (isCentenarianSequence && !isNoted) {
    warnings.push('顺序码是 996 到 999，以前用来标百岁老人，实际出生年份可能更早。请核对。')
  }
  return warnings
}
