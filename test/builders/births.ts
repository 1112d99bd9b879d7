import type { Action } from '../../shared/cases/action.ts'
import {
  child as exampleChild,
  mother as exampleMother,
} from '../../shared/cases/birth-registration-case/example-family.ts'
import type { ChildFacts } from '../../shared/cases/birth-registration-case/fields.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { acceptanceAt, nextStep } from './acceptances.ts'
import type { MadeStation } from './reissues.ts'

/** A birth at a station: which of its births, the child where it differs from the example's, and the code drawn for it. */
export interface MadeBirth {
  readonly n: number
  readonly sequence: string
  readonly child?: ChildFacts
  readonly device?: string
}

/** The register that the births of a station are entered in. */
export function familyAt(station: MadeStation): readonly RegisterRecord[] {
  return birthAt(station, { n: 0, sequence: '' }).records
}

/** Taken in, decided and registered: the three steps of a birth, each on the base of the one before. */
export function birthActions(station: MadeStation, birth: MadeBirth): Action[] {
  return birthAt(station, birth).actions
}

function birthAt(station: MadeStation, { n, sequence, child, device = 'D1' }: MadeBirth) {
  const name = `白小${'禾麦谷豆'.charAt(n)}`
  const certificateNumber = `Z15${String(station.seed).padStart(4, '0')}${String(n).padStart(3, '0')}`.slice(
    0,
    10,
  )
  const born = { ...exampleChild, name, certificateNumber, ...child }
  // Of each station a mother of its own: two stations with one mother's births on a day would be asked about it.
  const mother = { ...exampleMother, name: `李秋${'月云雨雪'.charAt(station.seed % 4)}` }
  const acceptance = acceptanceAt(station, 'birth-registration', { children: [born], mother }, n)
  const approved = { opinion: '同意', stationName: station.name, withOpenQuestion: true }
  const registered = { form: { numbers: [{ name, sequence }] }, stationName: station.name }
  const actions = [
    acceptance.action,
    nextStep(acceptance, 'approve', station.chief, approved, 1),
    nextStep(acceptance, 'register', station.clerk, registered, 2),
  ]
  return { records: acceptance.records, actions: actions.map((action) => ({ ...action, device })) }
}
