import { array, assert, constantFrom, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { caseFileSchema, type CaseFile } from '../../shared/cases/case-file.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { chief, clerk, colleague, Counter } from '../builders/counter.ts'
import { handOn, handOver, refusedOn, sayAgain, settle, type Deciding } from '../builders/handed-refusals.ts'
import { holdAction } from '../builders/hold-actions.ts'

const ids = ['a1b4e8d0-0000-4000-8000-000000000001', 'a1b4e8d0-0000-4000-8000-000000000002'] as const
const [one, two] = ids
const atOne: Deciding = { by: clerk, device: 'D1' }
const atOther: Deciding = { by: colleague, device: 'D2' }

function accepted(...more: string[]): Counter {
  const counter = new Counter()
  for (const step of ['accept', ...more]) expect(counter.step(step)).toEqual([])
  return counter
}

const standing = ({ caseFile }: Counter): CaseFile => must(caseFile, 'the case stands')

/** A refused step of the clerk's, handed to the colleague. */
function handed(...more: string[]): Counter {
  const counter = accepted(...more)
  const caseFile = standing(counter)
  expect(counter.take(handOver(caseFile, refusedOn(caseFile, one, atOne), atOne, colleague))).toEqual([])
  return counter
}

const picture = (n: number) => ({
  digest: String(n).padStart(64, '0'),
  mediaType: 'image/png',
  bytes: 9,
  name: '样例.png',
})

/** A step that holds as often as it is said. */
const attached = ({ id, caseType, station }: CaseFile, n: number): Action => ({
  ...settle({ id, caseType, station, version: 1 } as CaseFile, one, atOne),
  step: 'attach',
  facts: { attachments: [picture(n)] },
})

describe('a refused step that is handed to a colleague', () => {
  it('stands in the case, with the step, the reasons and the versions, whose it is, who says so and why', () => {
    const counter = handed()
    const { status, handedRefusals } = standing(counter)
    expect(status).toBe('awaiting-approval')
    expect(handedRefusals).toMatchObject([
      {
        refused: { id: one, step: 'withdraw', device: 'D1', by: { name: clerk.name } },
        refusals: [{ code: 'form-moved' }],
        base: { caseFile: { status: 'awaiting-approval', last: { step: 'accept' } } },
        mine: { caseFile: { status: 'withdrawn' } },
        to: { name: colleague.name },
        by: clerk.name,
        note: '请定夺',
      },
    ])
    expect(caseFileSchema.parse(counter.caseFile)).toEqual(counter.caseFile)
  })

  it('does not count as a change of the form', () => {
    const counter = accepted()
    const before = standing(counter).formBy
    const caseFile = standing(counter)
    expect(counter.take(handOver(caseFile, refusedOn(caseFile, one, atOther), atOther, chief))).toEqual([])
    expect(counter.take(settle(standing(counter), one, atOther))).toEqual([])
    expect(standing(counter).formBy).toEqual(before)
  })

  it('is handed on from one to the next with what was refused as it was', () => {
    const counter = handed()
    const before = must(standing(counter).handedRefusals?.[0], 'it is handed')
    expect(counter.take(handOn(standing(counter), one, atOther, chief))).toEqual([])
    const after = standing(counter).handedRefusals
    expect(after).toHaveLength(1)
    expect(after?.[0]).toMatchObject({ refused: before.refused, mine: before.mine, by: colleague.name })
    expect(after?.[0]?.to.name).toBe(chief.name)
  })

  it('is in the first colleague’s hands of two to whom it was handed on the same state', () => {
    const counter = handed()
    const seen = standing(counter)
    expect(counter.take(handOn(seen, one, atOther, chief))).toEqual([])
    expect(counter.take(handOn(seen, one, atOne, colleague))).toEqual(['handed-over-meanwhile'])
    const again = handOver(seen, refusedOn(seen, one, atOne), atOne, colleague)
    expect(counter.take(again)).toEqual(['handed-over-meanwhile'])
    expect(standing(counter).handedRefusals?.map(({ to }) => to.name)).toEqual([chief.name])
  })

  it('is settled once, is never handed again, and leaves the case without a word of it open', () => {
    const counter = handed()
    const seen = standing(counter)
    expect(counter.take(settle(seen, one, atOther))).toEqual([])
    expect(standing(counter)).not.toHaveProperty('handedRefusals')
    expect(standing(counter).settledRefusals).toMatchObject([{ id: one, by: colleague.name }])
    expect(counter.take(settle(seen, one, atOne))).toEqual(['refusal-settled'])
    expect(counter.take(handOn(seen, one, atOne, chief))).toEqual(['refusal-settled'])
    const anew = handOver(seen, refusedOn(seen, one, atOne), atOne, chief)
    expect(counter.take(anew)).toEqual(['refusal-settled'])
  })

  it('is not settled or handed on where nobody handed it over, and says where it is to be decided', () => {
    const counter = handed()
    expect(counter.take(settle(standing(counter), two, atOther))).toEqual(['refusal-not-handed'])
    expect(counter.take(handOn(standing(counter), two, atOther, chief))).toEqual(['refusal-not-handed'])
  })

  it('is never a step about a refusal itself', () => {
    const counter = accepted()
    const caseFile = standing(counter)
    for (const step of ['handRefusal', 'settleRefusal']) {
      const content = refusedOn(caseFile, one, atOne, step)
      expect(counter.take(handOver(caseFile, content, atOne, colleague))).toEqual([
        'refusal-not-to-be-handed',
      ])
    }
  })

  it('needs a word why, and somebody who may hold cases', () => {
    const counter = accepted()
    const caseFile = standing(counter)
    const made = handOver(caseFile, refusedOn(caseFile, one, atOne), atOne, colleague)
    expect(counter.take({ ...made, facts: { ...made.facts, note: ' ' } })).toEqual(['bad-fact'])
    expect(counter.take({ ...made, by: { ...clerk, role: 'inspector' } })).toEqual(['not-permitted'])
  })

  it('is handed over and settled whatever became of the case', () => {
    const counter = handed('approve', 'print', 'confirmSheet', 'handOver')
    expect(standing(counter).status).toBe('closed')
    expect(counter.take(settle(standing(counter), one, atOther))).toEqual([])
    expect(standing(counter)).toMatchObject({ status: 'closed', settledRefusals: [{ id: one }] })
  })
})

describe('the case of a refused step that is handed over', () => {
  it('goes with it when it is the giver’s, so that the colleague can say the step again', () => {
    const counter = accepted()
    expect(counter.hold('claim', clerk, 'D1')).toEqual([])
    const caseFile = standing(counter)
    expect(counter.take(handOver(caseFile, refusedOn(caseFile, one, atOne), atOne, colleague))).toEqual([])
    expect(standing(counter).holding).toMatchObject({ name: colleague.name })
    expect(standing(counter).holding?.device).toBeUndefined()
    expect(counter.take(holdAction(standing(counter), 'claim', atOther))).toEqual([])
  })

  it('stays with whoever else holds it, and with the desk whose sheet is in the printer', () => {
    const others = accepted()
    expect(others.hold('claim', clerk, 'D1')).toEqual([])
    const held = standing(others)
    expect(others.take(handOver(held, refusedOn(held, one, atOther), atOther, chief))).toEqual([])
    expect(standing(others).holding?.name).toBe(clerk.name)
    const printing = accepted('approve')
    expect(printing.hold('claim', clerk, 'D1')).toEqual([])
    expect(printing.step('print')).toEqual([])
    const inPrinter = standing(printing)
    expect(printing.take(handOver(inPrinter, refusedOn(inPrinter, one, atOne), atOne, chief))).toEqual([])
    expect(standing(printing).holding?.name).toBe(clerk.name)
  })
})

describe('a handed refusal that is said again', () => {
  it('is settled and the step stands; a second desk that says it again is refused both', () => {
    const counter = handed()
    const seen = standing(counter)
    const first = sayAgain(seen, one, attached(seen, 1), atOther)
    const second = sayAgain(seen, one, attached(seen, 1), { ...atOne, device: 'D3' })
    expect(first.map((action) => counter.take(action))).toEqual([[], []])
    expect(second.map((action) => counter.take(action))).toEqual([
      ['refusal-settled'],
      ['said-again-elsewhere'],
    ])
    expect(standing(counter).steps.filter(({ step }) => step === 'attach')).toHaveLength(1)
  })

  it('stays settled when the city refuses the step anew: that refusal is the one to decide on', () => {
    const counter = handed()
    const seen = standing(counter)
    const again = { ...attached(seen, 1), facts: { attachments: [] } }
    expect(sayAgain(seen, one, again, atOther).map((action) => counter.take(action))).toEqual([
      [],
      ['bad-fact'],
    ])
    expect(standing(counter)).not.toHaveProperty('handedRefusals')
  })

  it('is refused with its settling where the city did not take that', () => {
    const counter = handed()
    const seen = standing(counter)
    const [settling, again] = sayAgain(seen, one, attached(seen, 1), atOther)
    expect(counter.take({ ...settling, by: { ...colleague, role: 'inspector' } })).toEqual(['not-permitted'])
    expect(counter.take(settle(seen, one, atOne))).toEqual([])
    expect(counter.take(again)).toEqual(['said-again-elsewhere'])
  })
})

describe('whatever three desks do about two refused steps, on whatever each has seen', () => {
  const desks = ['D1', 'D2', 'D3'] as const
  const people = [clerk, colleague, chief]
  const moves = record({
    move: constantFrom('look', 'hand over', 'hand on', 'settle', 'say again'),
    device: constantFrom(...desks),
    id: constantFrom(...ids),
    by: constantFrom(...people),
    to: constantFrom(...people),
  })

  it('each stands on one desk at a time, is settled once, and is said again once at most', () => {
    assert(
      property(array(moves, { maxLength: 40 }), (all) => {
        const counter = accepted()
        const seen = new Map(desks.map((device) => [device, standing(counter)]))
        const saidAgain = new Map<string, number>()
        const settledOnes = new Set<string>()
        for (const { move, device, id, by, to } of all) {
          const caseFile = must(seen.get(device), 'each desk has the case')
          const deciding = { by, device }
          if (move === 'look') seen.set(device, standing(counter))
          if (move === 'hand over')
            counter.take(handOver(caseFile, refusedOn(caseFile, id, deciding), deciding, to))
          if (move === 'hand on') counter.take(handOn(caseFile, id, deciding, to))
          if (move === 'settle') counter.take(settle(caseFile, id, deciding))
          if (move === 'say again') {
            const [settling, again] = sayAgain(caseFile, id, attached(caseFile, ids.indexOf(id)), deciding)
            counter.take(settling)
            if (counter.take(again).length === 0) saidAgain.set(id, (saidAgain.get(id) ?? 0) + 1)
          }
          const { handedRefusals = [], settledRefusals = [] } = standing(counter)
          const open = handedRefusals.map(({ refused }) => refused.id)
          const settled = settledRefusals.map((each) => each.id)
          expect(new Set([...open, ...settled]).size).toBe(open.length + settled.length)
          for (const each of settled) settledOnes.add(each)
          expect(new Set(settled)).toEqual(settledOnes)
          for (const times of saidAgain.values()) expect(times).toBe(1)
          for (const each of saidAgain.keys()) expect(settledOnes).toContain(each)
        }
      }),
      { numRuns: 200 },
    )
  }, 60_000)
})

describe.each(caseTypes.map((caseType) => [caseType.name, caseType] as const))('%s', (_name, { steps }) => {
  it('lets a refused step be handed over and settled beside everything else', () => {
    expect(steps).toMatchObject({ handRefusal: { beside: true }, settleRefusal: { beside: true } })
  })
})
