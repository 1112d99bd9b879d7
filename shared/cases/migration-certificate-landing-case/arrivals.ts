import { addressInWords } from '../../people/address.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import type { ResidentRecord } from '../../people/resident.ts'
import type { CertificatePerson } from '../../register/certificate.ts'
import { foundedHousehold, registeredPerson, withStatus } from '../../register/register-changes.ts'
import { findHousehold, type RecordView } from '../../register/record.ts'
import { occasionOf } from '../record-ids.ts'
import type { StepContext } from '../step.ts'
import type { LandingFacts } from './fields.ts'

/** GB/T 4761: the head, and whoever's relation to the head still has to be entered by a correction. */
const head = '02'
const otherRelation = '99'

export interface Arrival {
  readonly person: CertificatePerson
  readonly id: string
}

/** The people of a certificate in this station's register; whoever died on the way is entered and cancelled in one act. */
export function peopleArriving(
  context: StepContext,
  facts: LandingFacts,
  arrivals: readonly Arrival[],
): readonly ResidentRecord[] {
  const newHead = facts.household === 'new' ? findNewHead(facts, arrivals) : undefined
  return arrivals.map((arrival) => {
    const registered = registeredPerson(
      personOf(context, facts, arrival, arrival === newHead ? head : otherRelation),
      occasionOf(context, 'moved-in', `自${originInWords(facts)}迁入`),
    )
    const death = facts.deaths?.find(({ name }) => name === arrival.person.name)
    if (!death?.diedOn) return registered
    const occasion = occasionOf(context, 'died', `${death.diedOn}死亡，迁入时一并登记`)
    return withStatus(registered, 'deceased', occasion, 'death')
  })
}

/** The household that is founded by the arrival; none where they join one. */
export function householdFounded(
  context: StepContext,
  facts: LandingFacts,
  arrivals: readonly Arrival[],
): readonly HouseholdRecord[] {
  if (facts.household !== 'new') return []
  const { householdNumber = '', committee = '' } = facts
  const founded = foundedHousehold(
    {
      number: householdNumber,
      householdKind: 'family',
      headPersonId: findNewHead(facts, arrivals)?.id ?? '',
      address: addressOf(facts),
      committee,
    },
    occasionOf(context, 'household-founded', '持迁移证落户立户'),
  )
  return [founded]
}

/** What the register says about the household number: a new one must be free, an old one must stand. */
export function householdFault({ household, householdNumber = '' }: LandingFacts, records: RecordView) {
  const known = findHousehold(records, householdKey(householdNumber))
  const field = 'householdNumber'
  if (household === 'new' && known) {
    return { code: 'household-exists', field, message: `户号${householdNumber}已经有了，请换一个户号。` }
  }
  if (household === 'existing' && known?.withdrawnOn) {
    return { code: 'household-withdrawn', field, message: `户号${householdNumber}已经撤户，请选别的户。` }
  }
  return undefined
}

/** The first on the certificate who is alive heads a new household. */
function findNewHead({ deaths = [] }: LandingFacts, arrivals: readonly Arrival[]): Arrival | undefined {
  return arrivals.find(({ person }) => !deaths.some(({ name }) => name === person.name))
}

function addressOf({ address }: LandingFacts) {
  return { region: address?.region ?? '', detail: address?.detail ?? '' }
}

function originInWords({ presentedContent }: LandingFacts): string {
  return presentedContent ? addressInWords(presentedContent.origin) : ''
}

function personOf(
  context: StepContext,
  facts: LandingFacts,
  { person, id }: Arrival,
  relationToHead: string,
) {
  const { name, formerName, sex, ethnicGroup, birthDate, birthplace, nativePlace } = person
  const { education, occupation, maritalStatus, citizenId, moveReason } = person
  return {
    id,
    householdNumber: facts.householdNumber ?? '',
    relationToHead,
    name,
    formerName,
    sex,
    ethnicGroup,
    birthDate,
    birthplace,
    nativePlace,
    education,
    occupation,
    maritalStatus,
    citizenId,
    address: addressOf(facts),
    committee: facts.committee ?? '',
    arrival: { on: context.day, cause: moveReason || '迁入', from: originInWords(facts) },
  }
}
