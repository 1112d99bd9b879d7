import { must } from '../../shared/base/must.ts'
import { addDays } from '../../shared/base/plain-date.ts'
import { agentApplies, anyApplicant, withoutLetter } from './applicants.ts'
import type { CaseOrder, IssueVariant } from './case-orders.ts'
import { makeGround, type ContentSetting, type Ground } from './contents.ts'
import type { Matter } from './matter.ts'
import { destinationElsewhere, destinationInsideTheRegion, homeRegion, homeWords } from './places.ts'

/** People who are registered here move out of the Region. */
export function issueMatter(
  order: CaseOrder,
  variant: IssueVariant,
  setting: ContentSetting,
  day: string,
): Matter {
  const { register, pool } = setting
  const { random } = register
  const { home, persons, wholeHousehold } = pool.takeRegistered(
    random.weighted([
      [1, 70],
      [2, 15],
      [3, 10],
      [4, 5],
    ]),
  )
  const holder = must(persons[0], 'somebody moves')
  const destination = variant === 'usual' ? destinationElsewhere(random) : destinationInsideTheRegion(random)
  const ground = makeGround(random, holder, persons.length, day, destination)
  const asking = order.route === 'supplementing' || order.route === 'closedAfterAsking'
  const applicant = asking ? agentApplies(register, true) : anyApplicant(register, holder)
  const form = {
    movers: persons,
    householdKind: 'family',
    wholeHousehold,
    ...(wholeHousehold ? { bookletSurrendered: true } : {}),
    origin: { region: homeRegion, regionName: homeWords(), detail: home.household.address.detail },
    originCommittee: home.household.committee,
    destination,
    moveReason: ground.moveReason,
    ...permitFacts(ground, addDays(day, -random.between(3, 25))),
    ...applicant.facts,
  }
  return {
    caseType: 'migration-certificate-issue',
    form: () => form,
    incompleteForm: () => ({ ...form, ...withoutLetter(applicant) }),
    receivedBy: applicant.name,
    newPersonIds: [],
    asksCity: false,
  }
}

function permitFacts({ student, permitNumber }: Ground, permitIssuedOn: string) {
  return student
    ? { permitGround: 'student', admissionSeen: true }
    : { permitGround: 'permit', permitNumber, permitIssuedOn }
}
