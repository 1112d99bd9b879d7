import { v5 as nameBasedUuid } from 'uuid'
import { must } from '../../shared/base/must.ts'
import { actionVersion, type Action } from '../../shared/cases/action.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { registerBehind } from './register-behind.ts'
import type { MadeStation } from './reissues.ts'

const names = '0f1d8a52-3c44-4a58-8f3e-1504c0de0030'

export interface Acceptance {
  readonly action: Action
  /** The register that the form was filled from. */
  readonly records: readonly RegisterRecord[]
}

/** The first ready example of a case type, taken in at a station on the example's own day. */
export function acceptanceAt(
  station: MadeStation,
  caseTypeId: string,
  more: Readonly<Record<string, unknown>> = {},
  n = 0,
): Acceptance {
  const caseType = must(findCaseType(caseTypeId), 'the case type exists')
  const example = must(
    caseType.examples.find(({ conclusion, unknown }) => conclusion === 'ready' && !unknown),
    'it has an example that is ready',
  )
  const { facts, records } = registerBehind(caseType, { ...example.facts, ...more })
  const place = `${station.code}/${caseTypeId}/${n}`
  const form = {
    form: facts,
    stationName: station.name,
    judged: { day: example.day, conclusion: 'ready', rules: {}, instruments: {} },
    number: `${station.code.slice(-6)}-D1-${example.day.replaceAll('-', '')}-${String(n + 1).padStart(3, '0')}`,
  }
  return {
    records,
    action: {
      id: nameBasedUuid(`${place}/accept`, names),
      caseId: nameBasedUuid(place, names),
      caseType: caseTypeId,
      step: 'accept',
      facts: form as unknown as Action['facts'],
      by: station.clerk,
      station: station.code,
      device: 'D1',
      at: `${example.day}T01:00:00.000Z`,
      base: { case: 0, records: {} },
      version: actionVersion,
    },
  }
}

/** The next step of a case that the acceptance opened. */
export function nextStep(
  { action }: Acceptance,
  step: string,
  by: Action['by'],
  facts: Readonly<Record<string, unknown>>,
  base: number,
): Action {
  return {
    ...action,
    id: nameBasedUuid(`${action.id}/${step}/${base}`, names),
    step,
    by,
    facts: facts as Action['facts'],
    base: { case: base, records: {} },
  }
}
