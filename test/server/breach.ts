import { randomUUID } from 'node:crypto'
import type { Action, Actor } from '../../shared/cases/action.ts'
import type { MadeAuthors } from '../builders/authors.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import { bearer } from './city-under-test.ts'

/** What a breach is tried with: two stations, each with a register of its own, and what the first may rightly send. */
export interface Scene {
  readonly mine: MadeStation
  readonly theirs: MadeStation
  /** A third one whose people have their keys on file; and the keys of a machine there that nobody knows. */
  readonly signing: MadeStation
  readonly authors: MadeAuthors
  readonly unknown: MadeAuthors
  /** A reissue of `mine` that nobody has filed yet, step by step. */
  readonly steps: readonly Action[]
}

export interface Attempt {
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly payload?: string | object
}

/** An attempted breach and how it must end: with a status and a code, or with a verdict that refuses. */
export interface Breach {
  readonly attack: string
  readonly try: (scene: Scene) => Attempt
  readonly status: number
  /** Of the fault, or of the refusal inside a verdict. */
  readonly code?: string
}

const json = { 'content-type': 'application/json' }

export const post = (
  station: MadeStation,
  payload: string | object,
  more: Record<string, string> = {},
): Attempt => ({
  method: 'POST',
  url: '/v1/actions',
  headers: { ...bearer(station), ...json, ...more },
  payload,
})
export const get = (url: string, headers: Record<string, string> = {}): Attempt => ({
  method: 'GET',
  url,
  headers,
})

/** Somebody of the station whom the city cut off in the meantime. */
export function leaverOf({ clerk }: MadeStation): Actor {
  return { ...clerk, userId: `left-${clerk.userId}`, policeNumber: '970001' }
}

/** Fresh ids for a walk, so that each breach is tried on actions that nobody has seen. */
export function freshSteps(station: MadeStation, n: number): readonly Action[] {
  const caseId = randomUUID()
  return reissueActions({ station, n }).map((action) => ({ ...action, id: randomUUID(), caseId }))
}
