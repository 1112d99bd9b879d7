import { exampleMan, interviewWith as interview } from '../example-people.ts'

/** Made-up people for the worked examples; area code 150499 belongs to nobody. */
const person = { ...exampleMan, status: 'cancelled', statusOn: '2006-05-10', statusCause: 'long-absence' }

export { interview }

export const day = '2026-03-04'

/** An absence of twenty years, everything looked into. */
export const complete = {
  cancelledAt: 'here',
  basis: 'record',
  person,
  cause: 'long-absence',
  originalHousehold: 'stands',
  place: 'original',
  household: { number: '000123', householdKind: 'family' },
  relationToHead: '02',
  personSeen: 'at-the-counter',
  applicantKind: 'self',
  identityChecked: true,
  elsewhereCheck: 'none',
  comparisonResult: 'same-person',
  comparisonOn: '2026-03-02',
  numberCheck: 'free',
  interviews: [interview('样邻甲'), interview('样邻乙')],
}

const { interviews: _interviews, ...withoutVisit } = complete
export const atTheCounter = {
  ...withoutVisit,
  person: { ...person, statusCause: undefined },
}

const { person: _person, ...withoutPerson } = complete

/** The paper base went with a flood and nothing was ever typed in. */
export const lost = {
  ...withoutPerson,
  basis: 'no-record',
  personName: '样长青',
  personSex: '1',
  personBirthDate: '1965-09-12',
  personEthnicGroup: '02',
  personCitizenId: '150499196509120018',
  evidence: [
    { kind: 'old-identity-card', note: '1987年的身份证' },
    { kind: 'witness', note: '老村长' },
    { kind: 'witness', note: '小学同学' },
  ],
}

/** Moved out, never landed, and the destination takes nobody like him any more. */
export const moved = {
  ...withoutVisit,
  person: { ...person, status: 'moved-out', statusCause: 'moved-out' },
  cause: 'moved-out',
  certificateWay: 'destination-refuses',
}

/** Cancelled on marrying away and never registered there. */
export const woman = {
  ...withoutVisit,
  person: {
    ...person,
    name: '样其其格',
    citizenId: '15049919750606000X',
    sex: '2',
    birthDate: '1975-06-06',
    statusOn: '1998-10-01',
    statusCause: 'marriage',
  },
  cause: 'marriage',
  spousePlace: '样例苏木派出所',
  spousePlaceCheck: 'not-landed',
}

export function declaredDead() {
  return { ...complete.person, status: 'deceased', statusCause: 'declared-dead' }
}

export function wronglyDead() {
  return { ...complete.person, status: 'deceased', statusCause: 'reported-dead-wrongly' }
}
