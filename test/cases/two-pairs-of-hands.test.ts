import { array, assert, constantFrom, property, record, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action, Actor } from '../../shared/cases/action.ts'
import { applyAction, recordsTouchedBy } from '../../shared/cases/apply-action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { roleNames, type Role } from '../../shared/people/role.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { makeRegister, makeStation, reissueActions } from '../builders/reissues.ts'

const station = makeStation(901)
const walk = reissueActions({ station, n: 0 })
const caseType = must(findCaseType('migration-certificate-reissue'), 'the reissue')
const roles = Object.keys(roleNames) as Role[]
const people = ['甲', '乙', '丙']

const somebody = record({ userId: constantFrom(...people), role: constantFrom(...roles) })
/** For each step, in the order of the walk or any other, a few people who try it. */
const attempts = tuple(
  array(record({ step: constantFrom(...walk), by: somebody }), { maxLength: 6 }),
  ...walk.map((step) =>
    array(
      somebody.map((by) => ({ step, by })),
      { minLength: 1, maxLength: 9 },
    ),
  ),
).map((rounds) => rounds.flat())

interface Stand {
  readonly caseFile: CaseFile | undefined
  readonly records: ReadonlyMap<string, RegisterRecord>
  /** Who took which step that was let through. */
  readonly took: readonly { readonly step: string; readonly userId: string; readonly role: Role }[]
}

/** Tries a step as somebody; what is refused changes nothing. */
function tried(stand: Stand, step: Action, by: Pick<Actor, 'userId' | 'role'>): Stand {
  const actor: Actor = { ...step.by, ...by, name: by.userId }
  const keys = recordsTouchedBy(step, caseType, stand.caseFile)
  const seen = keys.flatMap((key) => {
    const found = stand.records.get(key)
    return found ? [[key, found] as const] : []
  })
  const base = {
    case: stand.caseFile?.version ?? 0,
    records: Object.fromEntries(seen.map(([key, { version }]) => [key, version])),
  }
  const action: Action = { ...step, by: actor, base, id: crypto.randomUUID() }
  const applied = applyAction(action, { caseType, caseFile: stand.caseFile, records: new Map(seen) })
  if (!applied.ok) return stand
  const records = new Map(stand.records)
  for (const changed of applied.value.records) records.set(changed.key, changed)
  return {
    caseFile: applied.value.caseFile,
    records,
    took: [...stand.took, { step: step.step, ...by }],
  }
}

const start: Stand = {
  caseFile: undefined,
  records: new Map(makeRegister(station, 1).map((each) => [each.key, each])),
  took: [],
}

function issued({ records }: Stand): boolean {
  return [...records.values()].some(
    (each) => each.kind === 'certificate' && each.state === 'issued' && each.replaces !== undefined,
  )
}

it('no sequence of people, roles and steps reaches an issued certificate without two different people', () => {
  let reached = 0
  assert(
    property(attempts, (tries) => {
      const end = tries.reduce((stand, { step, by }) => tried(stand, step, by), start)
      if (!issued(end)) return
      reached += 1
      const decided = (step: string) =>
        must(
          end.took.find((each) => each.step === step),
          step,
        )
      expect(decided('accept').userId).not.toBe(decided('approve').userId)
      expect(decided('approve').role).toBe('chief')
      expect(['officer', 'chief']).toContain(decided('print').role)
    }),
    { numRuns: 1_500 },
  )
  expect(reached).toBeGreaterThan(20)
})

it('the straight walk by one person alone ends at the approval, whatever roles that person claims', () => {
  assert(
    property(array(constantFrom(...roles), { minLength: 5, maxLength: 5 }), (claimed) => {
      const end = walk.reduce(
        (stand, step, at) => tried(stand, step, { userId: '甲', role: claimed[at] ?? 'chief' }),
        start,
      )
      expect(issued(end)).toBe(false)
    }),
  )
})
