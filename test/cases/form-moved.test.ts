import { beforeEach, describe, expect, it } from 'vitest'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { formSeen } from '../../shared/cases/form-seen.ts'
import { restoration } from '../../shared/cases/restoration-case/index.ts'
import { CaseWalk } from '../builders/case-walk.ts'
import { startOf } from '../builders/whole-walk.ts'

const example = restoration.examples[0]
if (!example) throw new Error('no example')
const { facts, records } = startOf(restoration, example)
const { interviews, ...atTheCounter } = facts
const checks = {
  elsewhereCheck: 'none',
  numberCheck: 'free',
  comparisonResult: 'same-person',
  comparisonOn: '2026-03-02',
}
const stationName = exampleStation.name
const agreed = { opinion: '同意', stationName, withOpenQuestion: true }

/** A step on what its actor saw of the case at that time, from one machine. */
const on = (seen: CaseFile | undefined, device: string) => ({
  device,
  base: { case: seen?.version ?? 0, records: formSeen(seen) },
})

describe('a step on a form that somebody else has changed since', () => {
  let walk: CaseWalk
  beforeEach(() => {
    walk = new CaseWalk(restoration, example.day, ...records)
    expect(walk.open(atTheCounter)).toEqual([])
    expect(walk.caseFile?.status).toBe('investigating')
  })
  const investigate = (form: object, over: object) =>
    walk.take('investigate', { form, stationName }, 'officer', over)

  it('is refused in words: an investigation does not take out what a colleague wrote into the same one', () => {
    const seen = walk.caseFile
    expect(investigate({ interviews }, on(seen, 'D2'))).toEqual([])
    expect(investigate(checks, on(seen, 'D1'))).toEqual(['form-moved'])
    expect(walk.messages.join('')).toContain('后来民警乙改过')
    expect(walk.caseFile?.form['interviews']).toEqual(interviews)
  })

  it('is taken once its actor has seen what the form says now', () => {
    expect(investigate({ interviews }, on(walk.caseFile, 'D2'))).toEqual([])
    const both = { ...checks, interviews }
    expect(investigate(both, on(walk.caseFile, 'D1'))).toEqual([])
    expect(walk.caseFile?.form).toMatchObject(both)
  })

  it('is refused though both machines count alike, because each took a step of its own in between', () => {
    const seen = walk.caseFile
    expect(walk.take('claim', { instead: '' }, 'officer', on(seen, 'D1'))).toEqual([])
    const ofOneMore = on(walk.caseFile, 'D1')
    expect(
      walk.take('release', { instead: walk.caseFile?.holding?.actionId }, 'officer', on(walk.caseFile, 'D1')),
    ).toEqual([])
    expect(investigate({ interviews }, on(seen, 'D2'))).toEqual([])
    const countsAlike = { ...ofOneMore, base: { ...ofOneMore.base, case: walk.caseFile?.version ?? 0 } }
    expect(investigate(checks, countsAlike)).toEqual(['form-moved'])
  })

  it('is refused behind a step of the same machine that was refused for that', () => {
    const seen = walk.caseFile
    const ahead = new CaseWalk(restoration, example.day, ...records)
    ahead.open(atTheCounter)
    ahead.investigate(checks)
    expect(investigate({ interviews }, on(seen, 'D2'))).toEqual([])
    expect(investigate(checks, on(ahead.caseFile, 'D1'))).toEqual(['form-moved'])
  })

  it('is refused when it approves: the chief had other words before him', () => {
    expect(investigate({ ...checks, interviews }, on(walk.caseFile, 'D2'))).toEqual([])
    const shown = walk.caseFile
    expect(walk.take('return', { reason: '请再核一次' }, 'chief', on(shown, 'D2'))).toEqual([])
    const amended = { ...facts, comparisonOn: '2026-03-01' }
    const amend = {
      form: amended,
      stationName,
      judged: { day: example.day, conclusion: '', rules: {}, instruments: {} },
    }
    expect(walk.take('amend', amend, 'officer', on(walk.caseFile, 'D2'))).toEqual([])
    expect(walk.caseFile?.status).toBe('awaiting-approval')
    expect(walk.take('approve', agreed, 'chief', on(shown, 'D1'))).toEqual(['form-moved'])
    expect(walk.take('approve', agreed, 'chief', on(walk.caseFile, 'D1'))).toEqual([])
  })

  it('holds when what moved was something else: a scan, a hand-over, the city’s answer', () => {
    const seen = walk.caseFile
    expect(walk.take('claim', { instead: '' }, 'officer', on(seen, 'D2'))).toEqual([])
    expect(
      walk.take('release', { instead: walk.caseFile?.holding?.actionId }, 'officer', on(walk.caseFile, 'D2')),
    ).toEqual([])
    expect(investigate({ interviews }, on(seen, 'D1'))).toEqual([])
  })

  it('holds when the applicant withdraws: that says nothing about the form', () => {
    const seen = walk.caseFile
    expect(investigate({ interviews }, on(seen, 'D2'))).toEqual([])
    expect(walk.take('withdraw', { reason: '不办了' }, 'officer', on(seen, 'D1'))).toEqual([])
  })

  it('of a program that does not say what it saw is measured by its count of steps', () => {
    const seen = walk.caseFile
    const ofBefore = (device: string) => ({ device, base: { case: seen?.version ?? 0, records: {} } })
    expect(investigate({ interviews }, on(seen, 'D2'))).toEqual([])
    expect(investigate(checks, ofBefore('D1'))).toEqual(['form-moved'])
    const now = { device: 'D1', base: { case: walk.caseFile?.version ?? 0, records: {} } }
    expect(investigate({ ...checks, interviews }, now)).toEqual([])
  })
})
