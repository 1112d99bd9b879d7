import { describe, expect, it } from 'vitest'
import {
  answered,
  changedMeanwhile,
  factsOver,
  followCase,
  hasNothing,
  keepOwn,
  untouched,
} from '../../renderer/local/act-draft.ts'

const at = '2026-03-10T01:00:00.000Z'
const place = { caseId: 'case-1', caseType: 'late-registration', step: 'investigate', owner: 'clerk-a' }
const empty = untouched(place, at)
const said = { traffickingCheck: 'no-hit', elsewhereCheck: 'none' }

/** As it comes back from the database and the journal. */
const stored = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value

describe('what is typed for an act on a case', () => {
  it('lies over the fields that were touched; the others follow the case', () => {
    const draft = stored(answered(empty, { name: 'traffickingCheck', value: 'waiting' }, said, at))
    expect(factsOver(said, draft)).toEqual({ traffickingCheck: 'waiting', elsewhereCheck: 'none' })
    expect(factsOver({ ...said, elsewhereCheck: 'registered' }, draft)).toEqual({
      traffickingCheck: 'waiting',
      elsewhereCheck: 'registered',
    })
  })

  it('keeps a field empty that was emptied, whatever the case says there', () => {
    const draft = stored(answered(empty, { name: 'elsewhereCheck', value: undefined }, said, at))
    expect(hasNothing(draft)).toBe(false)
    expect(factsOver(said, draft)).toEqual({ traffickingCheck: 'no-hit' })
  })

  it('keeps half a date as typed, and is nothing once it is the case’s own again', () => {
    const half = answered(empty, { name: 'comparisonOn', value: undefined, typed: '2026-2-' }, said, at)
    expect(stored(half).typed).toEqual({ comparisonOn: '2026-2-' })
    expect(hasNothing(half)).toBe(false)
    expect(hasNothing(answered(half, { name: 'comparisonOn', value: undefined }, said, at))).toBe(true)
  })

  it('is nothing when the answer is what the case says, in whatever order its parts come', () => {
    const shown = { residence: { region: '150430', detail: '样例街1号' } }
    const same = { detail: '样例街1号', region: '150430' }
    expect(hasNothing(answered(empty, { name: 'residence', value: same }, shown, at))).toBe(true)
  })
})

describe('a field that was touched and that somebody changes in the case meanwhile', () => {
  const typed = stored(answered(empty, { name: 'traffickingCheck', value: 'waiting' }, said, at))
  const now = { ...said, traffickingCheck: 'hit' }

  it('is told, and stays told while the typing goes on', () => {
    expect(changedMeanwhile(typed, said)).toEqual([])
    expect(changedMeanwhile(typed, now)).toEqual(['traffickingCheck'])
    const on = answered(typed, { name: 'traffickingCheck', value: 'unreachable' }, now, at)
    expect(changedMeanwhile(on, now)).toEqual(['traffickingCheck'])
  })

  it('is told where it was empty when it was touched, and where it was emptied since', () => {
    const first = stored(answered(empty, { name: 'interviews', value: [{ account: '一' }] }, said, at))
    expect(changedMeanwhile(first, said)).toEqual([])
    expect(changedMeanwhile(first, { ...said, interviews: [{ account: '二' }] })).toEqual(['interviews'])
    expect(changedMeanwhile(typed, { elsewhereCheck: 'none' })).toEqual(['traffickingCheck'])
  })

  it('keeps what is typed when the clerk says so, until it is changed once more', () => {
    const kept = stored(keepOwn(typed, 'traffickingCheck', now, at))
    expect(changedMeanwhile(kept, now)).toEqual([])
    expect(factsOver(now, kept)).toMatchObject({ traffickingCheck: 'waiting' })
    expect(changedMeanwhile(kept, said)).toEqual(['traffickingCheck'])
  })

  it('follows the case when the clerk takes what it says now', () => {
    const letGo = followCase(typed, 'traffickingCheck', at)
    expect(hasNothing(letGo)).toBe(true)
    expect(factsOver(now, letGo)).toEqual(now)
  })

  it('is not told where the other wrote the same', () => {
    expect(changedMeanwhile(typed, { ...said, traffickingCheck: 'waiting' })).toEqual([])
  })
})
