import { v5 as nameBasedUuid } from 'uuid'
import { actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import { residencePermitApplication } from '../../shared/cases/case-types.ts'
import { must } from '../../shared/base/must.ts'
import { dayOfTests, instantOfTests, type MadeStation } from './reissues.ts'

const names = '0f1d8a52-3c44-4a58-8f3e-1504c0de0021'

export const countyOfTests: Actor = {
  userId: 'county-1',
  name: '旗县样',
  role: 'county',
  policeNumber: '970001',
}

const complete = must(residencePermitApplication.examples[0], 'the matter has examples')

/** A residence permit at a station: accepted, approved by the chief, then by whoever speaks for the county. */
export function permitApplication(station: MadeStation, county = countyOfTests): Action[] {
  const decided = { opinion: '同意', stationName: station.name, withOpenQuestion: false }
  const step = (name: string, by: Actor, facts: Action['facts'], base: number): Action => ({
    id: nameBasedUuid(`${station.code}-${name}-${by.policeNumber}`, names),
    caseId: nameBasedUuid(station.code, names),
    caseType: residencePermitApplication.id,
    step: name,
    facts,
    by,
    station: station.code,
    device: 'D1',
    at: instantOfTests,
    base: { case: base, records: {} },
    version: actionVersion,
  })
  const taken = {
    form: complete.facts,
    number: `${station.code}-D1-${dayOfTests.replaceAll('-', '')}-001`,
    stationName: station.name,
    judged: { day: dayOfTests, conclusion: complete.conclusion, rules: {}, instruments: {} },
  } as Action['facts']
  return [
    step('accept', station.clerk, taken, 0),
    step('approve', station.chief, decided, 1),
    step('approveCounty', county, decided, 2),
  ]
}
