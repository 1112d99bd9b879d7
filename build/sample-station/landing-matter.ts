import { must } from '../../shared/base/must.ts'
import { addDays } from '../../shared/base/plain-date.ts'
import type { CertificateContent, Place } from '../../shared/register/certificate.ts'
import { agentApplies, anyApplicant, withoutLetter } from './applicants.ts'
import type { CaseOrder, LandingVariant } from './case-orders.ts'
import { contentOf } from './contents.ts'
import type { Home, RegisterSetting } from './households.ts'
import type { Matter } from './matter.ts'
import { makeStrangers } from './movers.ts'
import { destinationElsewhere, homeRegion, homeWords, officeAt } from './places.ts'
import { provinceShortName } from './provinces.ts'

export interface LandingSetting {
  readonly register: RegisterSetting
  /** The household that takes them in. */
  readonly home: Home
}

/** Somebody arrives from another province with a certificate. */
export function landingMatter(
  order: CaseOrder,
  variant: LandingVariant,
  { register, home }: LandingSetting,
  day: string,
): Matter {
  const { random } = register
  const issuedOn = addDays(day, -(variant === 'expired' ? random.between(35, 60) : random.between(3, 20)))
  const content = presentedContent(
    register,
    issuedOn,
    variant === 'otherPlace' ? destinationElsewhere(random) : doorOf(home),
  )
  const asking = order.route === 'supplementing'
  const applicant = asking
    ? agentApplies(register, true)
    : anyApplicant(register, must(content.persons[0], 'somebody arrives'))
  const form = {
    presentedSerial: `${provinceShortName(content.origin.region)}${issuedOn.slice(0, 4)}-${String(310_000 + order.index * 13).padStart(8, '0')}`,
    issuingOffice: officeAt(content.origin),
    issuedOn,
    validUntil: addDays(issuedOn, 30),
    presentedContent: content,
    legible: true,
    personsMatch: true,
    household: 'existing',
    householdNumber: home.household.number,
    address: doorOf(home),
    committee: home.household.committee,
    headConsents: true,
    ...applicant.facts,
  }
  return {
    caseType: 'migration-certificate-landing',
    form: () => form,
    incompleteForm: () => ({ ...form, ...withoutLetter(applicant) }),
    receivedBy: applicant.name,
    newPersonIds: content.persons.map(() => random.uuid()),
    asksCity: false,
  }
}

function doorOf({ household }: Home): Place {
  return { region: homeRegion, regionName: homeWords(), detail: household.address.detail }
}

function presentedContent(
  register: RegisterSetting,
  issuedOn: string,
  destination: Place,
): CertificateContent {
  const { random } = register
  const origin = destinationElsewhere(random)
  const persons = makeStrangers(
    { ...register, today: issuedOn },
    random.weighted([
      [1, 8],
      [2, 3],
    ]),
  )
  const made = contentOf(random, issuedOn, {
    persons,
    detail: origin.detail,
    committee: '样例社区居民委员会',
    destination,
  })
  return { ...made, origin }
}
