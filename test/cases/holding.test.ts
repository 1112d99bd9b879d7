import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { findOtherPrinter } from '../../shared/cases/case-file.ts'
import { isHeldElsewhere } from '../../shared/cases/holding.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { holdAction } from '../builders/hold-actions.ts'
import { chief, clerk, colleague, Counter } from '../builders/counter.ts'

function accepted(): Counter {
  const counter = new Counter()
  expect(counter.step('accept')).toEqual([])
  return counter
}

function approvedAndHeld(): Counter {
  const counter = accepted()
  expect(counter.step('approve', 'D2')).toEqual([])
  expect(counter.hold('claim', clerk, 'D1')).toEqual([])
  return counter
}

describe('a case in somebody’s hands', () => {
  it('takes no step from another person or another machine, and says where it is', () => {
    const counter = approvedAndHeld()
    expect(counter.step('print', 'D1', colleague)).toEqual(['held-elsewhere'])
    expect(counter.step('print', 'D2')).toEqual(['held-elsewhere'])
    expect(counter.step('print', 'D1')).toEqual([])
  })

  it('still waits for the chief’s decision, whatever machine the chief sits at', () => {
    const counter = accepted()
    expect(counter.hold('claim', clerk, 'D1')).toEqual([])
    expect(counter.step('approve', 'D2')).toEqual([])
    expect(counter.caseFile?.holding).toMatchObject({ name: clerk.name, device: 'D1' })
  })

  it('is claimed by nobody else, given away by its holder alone, and put back by its holder alone', () => {
    const counter = approvedAndHeld()
    expect(counter.hold('claim', colleague, 'D2')).toEqual(['held-elsewhere'])
    expect(counter.hold('assign', colleague, 'D2', colleague)).toEqual(['held-elsewhere'])
    expect(counter.hold('release', colleague, 'D2')).toEqual(['held-elsewhere'])
    expect(counter.hold('release', clerk, 'D2')).toEqual([])
    expect(counter.caseFile?.holding).toBeUndefined()
  })

  it('is worked on by whoever was given it, at the machine of the first step', () => {
    const counter = approvedAndHeld()
    expect(counter.hold('assign', clerk, 'D1', colleague)).toEqual([])
    expect(counter.caseFile?.holding?.device).toBeUndefined()
    expect(counter.step('print', 'D1')).toEqual(['held-elsewhere'])
    expect(counter.step('print', 'D2', colleague)).toEqual([])
    expect(counter.caseFile?.holding).toMatchObject({ name: colleague.name, device: 'D2' })
    expect(counter.step('confirmSheet', 'D3', colleague)).toEqual(['held-elsewhere'])
  })

  it('moves with its holder to another machine', () => {
    const counter = approvedAndHeld()
    expect(counter.hold('claim', clerk, 'D2')).toEqual([])
    expect(counter.step('print', 'D1')).toEqual(['held-elsewhere'])
    expect(counter.step('print', 'D2')).toEqual([])
  })

  it('is one person’s also when that person’s account has another id at another machine', () => {
    const counter = approvedAndHeld()
    const samePerson = { ...clerk, userId: 'made-at-the-other-machine' }
    expect(counter.hold('claim', samePerson, 'D2')).toEqual([])
    expect(counter.step('print', 'D2', samePerson)).toEqual([])
  })

  it('is taken over by a chief with a reason, and by nobody else', () => {
    const counter = approvedAndHeld()
    expect(counter.hold('takeOver', colleague, 'D2')).toEqual(['not-permitted'])
    const silent = holdAction(
      must(counter.caseFile, 'the case stands'),
      'takeOver',
      { by: chief, device: 'D2' },
      colleague,
    )
    expect(counter.take({ ...silent, facts: { ...silent.facts, reason: ' ' } })).toEqual(['bad-fact'])
    expect(counter.take(silent)).toEqual([])
    expect(counter.step('print', 'D1')).toEqual(['held-elsewhere'])
    expect(counter.step('print', 'D2', colleague)).toEqual([])
  })

  it('goes to the first of two who were given it on the same state; the later one is refused', () => {
    const counter = approvedAndHeld()
    const before = must(counter.caseFile, 'the case stands')
    const first = holdAction(before, 'assign', { by: clerk, device: 'D1' }, colleague)
    const later = holdAction(before, 'takeOver', { by: chief, device: 'D2' }, chief)
    expect(counter.take(first)).toEqual([])
    expect(counter.take(later)).toEqual(['handed-over-meanwhile'])
    expect(counter.caseFile?.holding?.name).toBe(colleague.name)
  })

  it('keeps its place while a sheet is in the printer, but for a chief', () => {
    const counter = approvedAndHeld()
    expect(counter.step('print', 'D1')).toEqual([])
    expect(counter.hold('assign', clerk, 'D1', colleague)).toEqual(['wrong-status'])
    expect(counter.hold('takeOver', chief, 'D2', chief)).toEqual([])
  })

  it('comes out of another machine’s printer by a chief alone, also when it was in nobody’s hands', () => {
    const counter = accepted()
    expect(counter.hold('takeOver', chief, 'D2', colleague)).toEqual(['held-by-nobody'])
    for (const step of ['approve', 'print']) expect(counter.step(step)).toEqual([])
    expect(counter.caseFile && findOtherPrinter(counter.caseFile, 'D2')).toBe('D1')
    expect(counter.hold('takeOver', colleague, 'D2', colleague)).toEqual(['not-permitted'])
    expect(counter.hold('takeOver', chief, 'D2', colleague)).toEqual([])
    expect(counter.caseFile && findOtherPrinter(counter.caseFile, 'D2')).toBeUndefined()
    expect(counter.step('confirmSheet', 'D1')).toEqual(['held-elsewhere'])
    expect(counter.step('confirmSheet', 'D2', colleague)).toEqual([])
  })

  it('is in nobody’s hands once it is closed', () => {
    const counter = approvedAndHeld()
    for (const step of ['print', 'confirmSheet', 'handOver']) expect(counter.step(step)).toEqual([])
    expect(counter.caseFile).toMatchObject({ status: 'closed' })
    expect(counter.caseFile?.holding).toBeUndefined()
    expect(counter.hold('claim', clerk, 'D1')).toEqual(['wrong-status'])
  })
})

describe('whatever two desks do in whatever order', () => {
  const people = [clerk, colleague, chief]
  const moves = record({
    step: constantFrom(
      'claim',
      'assign',
      'release',
      'takeOver',
      'approve',
      'print',
      'confirmSheet',
      'handOver',
    ),
    by: constantFrom(...people),
    to: constantFrom(...people),
    device: constantFrom('D1', 'D2'),
  })
  const holds = new Set(['claim', 'assign', 'release', 'takeOver'])

  it('no desk’s step stands on a case that another holds', () => {
    assert(
      property(array(moves, { maxLength: 20 }), (all) => {
        const counter = accepted()
        for (const { step, by, to, device } of all) {
          const { holding } = must(counter.caseFile, 'the case stands')
          const codes = holds.has(step) ? counter.hold(step, by, device, to) : counter.step(step, device, by)
          const isDeskWork = !holds.has(step) && step !== 'approve'
          if (codes.length === 0 && isDeskWork) expect(isHeldElsewhere(holding, by, device)).toBe(false)
        }
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})

describe.each(caseTypes.map((caseType) => [caseType.name, caseType] as const))('%s', (_name, { steps }) => {
  it('can change hands, and keeps no second person from their word', () => {
    expect(Object.keys(steps)).toEqual(expect.arrayContaining(['claim', 'assign', 'release', 'takeOver']))
    const decisions = Object.entries(steps).filter(([name]) => /^(approve|return)/.test(name))
    expect(decisions.filter(([, { secondHand }]) => !secondHand).map(([name]) => name)).toEqual([])
  })
})
