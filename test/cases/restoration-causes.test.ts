import { describe, expect, it } from 'vitest'
import { settingAt } from '../../shared/policy/rule.ts'
import { rulesOfCause } from '../../shared/cases/restoration-case/rules-of-cause.ts'
import { complete, day } from '../../shared/cases/restoration-case/example-facts.ts'

const setting = settingAt({ code: '150499100000', name: '样例派出所' }, day)
const fits = rulesOfCause.find(({ id }) => id === 'cause-fits-record')

const inRecord = [
  'long-absence',
  'declared-missing',
  'declared-dead',
  'reported-dead-wrongly',
  'death',
  'marriage',
  'moved-out',
  'other',
]

/** The causes in the register with which what the applicant says is no contradiction. */
const noContradiction = {
  'long-absence': ['long-absence', 'declared-missing', 'other'],
  'declared-missing': ['long-absence', 'declared-missing', 'other'],
  'declared-dead': ['declared-dead', 'death', 'other'],
  'reported-dead-wrongly': ['reported-dead-wrongly', 'death', 'other'],
  death: ['reported-dead-wrongly', 'death', 'other'],
  marriage: ['long-absence', 'marriage', 'moved-out', 'other'],
  'moved-out': ['moved-out', 'other'],
}

describe('the cause that an applicant gives', () => {
  it.each(Object.entries(noContradiction))(
    'and that of the register: with %s go those that may stand there, and no other',
    (cause, fitting) => {
      const met = inRecord.filter((statusCause) => {
        const facts = { ...complete, cause, person: { ...complete.person, statusCause } }
        return fits?.test(facts as never, setting).kind === 'met'
      })
      expect(met).toEqual(fitting)
    },
  )

  it('is not held against a register that gives none', () => {
    const facts = { ...complete, person: { ...complete.person, statusCause: undefined } }
    expect(fits?.test(facts as never, setting).kind).toBe('not-applicable')
  })
})
