import { describe, expect, it } from 'vitest'
import { questionWords } from '../../shared/cases/city-questions.ts'
import { levelsOfDecision } from '../../shared/cases/levels.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import {
  besideWords,
  caseStatusWords,
  deliveryStates,
  deliveryWords,
  sheetStateWords,
  spoilReasonWords,
  voidReasonWords,
} from '../../shared/cases/states.ts'
import { migrationCertificateSheet, moveInPermitSheet } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import { alwaysForbidden } from '../../shared/policy/forbidden-demands.ts'
import { instruments } from '../../shared/policy/instruments/index.ts'
import { policyOptions } from '../../shared/policy/policy-options.ts'
import { demandsByTopic } from '../../shared/policy/forbidden-by-topic.ts'
import { services } from '../../shared/policy/services.ts'

/** What decides by being called is tried elsewhere; here stands only that there is something to call. */
const written = (value: unknown) =>
  `${JSON.stringify(
    value,
    (key, each: unknown) => {
      if (typeof each === 'function') return 'decides'
      return key === 'examples' || key === 'facts' ? undefined : each
    },
    1,
  )}\n`

describe('what is written down', () => {
  it.each(caseTypes.map((caseType) => [caseType.id, caseType] as const))(
    'for %s (names, steps, fields, rules, papers, bans) is as it was last read',
    async (id, caseType) => {
      await expect(written(caseType)).toMatchFileSnapshot(`./said/${id}.written.txt`)
    },
  )

  it('in the instruments, the services, the settings and the bans is as it was last read', async () => {
    await expect(
      written({ instruments, services, policyOptions, alwaysForbidden, demandsByTopic }),
    ).toMatchFileSnapshot('./said/policy.written.txt')
  })

  it('in the states, the levels of decision and the questions to the city is as it was last read', async () => {
    const cases = { caseStatusWords, besideWords, levelsOfDecision, questionWords }
    const kinds = { migrationCertificateSheet, moveInPermitSheet }
    const sheets = { kinds, sheetStateWords, voidReasonWords, spoilReasonWords }
    await expect(written({ cases, sheets, deliveryStates, deliveryWords })).toMatchFileSnapshot(
      './said/states.written.txt',
    )
  })
})
