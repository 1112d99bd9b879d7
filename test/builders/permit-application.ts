import { v5 as nameBasedUuid } from 'uuid'
import { actionVersion, type Action, type Actor } from '../../shared/cases/action.ts'
import { dayOfTests, instantOfTests, type MadeStation } from './reissues.ts'

const names = '0f1d8a52-3c44-4a58-8f3e-1504c0de0021'

/** The n-th residence permit of a station: accepted, approved by the chief, then by whoever speaks for the county. */
export function permitApplication(station: MadeStation, county: Actor, n = 0): Action[] {
  const decided = { opinion: '同意', stationName: station.name, withOpenQuestion: false }
  const step = (name: string, by: Actor, facts: Action['facts'], base: number): Action => ({
    id: nameBasedUuid(`${station.code}-${n}-${name}-${by.policeNumber}`, names),
    caseId: nameBasedUuid(`${station.code}-${n}`, names),
    caseType: 'residence-permit-application',
    step: name,
    facts,
    by,
    station: station.code,
    device: 'D1',
    at: instantOfTests,
    base: { case: base, records: {} },
    version: actionVersion,
  })
  return [
    step('accept', station.clerk, acceptFacts(station, n), 0),
    step('approve', station.chief, decided, 1),
    step('approveCounty', county, decided, 2),
  ]
}

function acceptFacts(station: MadeStation, n: number): Action['facts'] {
  const serial = String(n + 1).padStart(3, '0')
  return {
    form: {
      personName: '样外来',
      nationality: 'mainland',
      citizenId: '150499199001010014',
      sex: '1',
      birthDate: '1990-01-01',
      ethnicGroup: '01',
      hukouPlace: { region: '150429', regionName: '内蒙古自治区赤峰市宁城县', detail: '样例镇' },
      residencePlace: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '样例街' },
      residesSince: '2025-06-01',
      ground: 'job',
      groundProof: 'shared',
      applicantKind: 'self',
      identityChecked: true,
    },
    number: `${station.code}-D1-${dayOfTests.replaceAll('-', '')}-${serial}`,
    stationName: station.name,
    judged: { day: dayOfTests, conclusion: 'ready', rules: {}, instruments: {} },
  }
}
