import { exampleWoman, interviewWith as interview } from '../example-people.ts'

/** Made-up people for the worked examples; area code 150499 belongs to nobody. */
export const day = '2026-03-04'

const host = { ...exampleWoman, householdNumber: '000321', relationToHead: '02' }

const guardian = {
  applicantKind: 'guardian',
  applicantName: '样收养',
  applicantCitizenId: '150499196803040027',
  guardianRelation: 'parent',
  guardianshipSeen: true,
  identityChecked: true,
}

const placed = {
  host,
  kinshipSeen: true,
  household: { number: '000321', householdKind: 'family' },
  headConsents: true,
}

/** A girl of seven, adopted last year. */
export const adoption = {
  kind: 'adoption',
  adoptionCertificate: '（2025）样收字第7号',
  adoptedOn: '2025-07-01',
  keepSecret: false,
  personName: '样小养',
  personSex: '2',
  personBirthDate: '2018-09-10',
  personEthnicGroup: '01',
  personBirthplace: '内蒙古敖汉旗',
  follows: 'adopter',
  ...placed,
  relationToHead: '37',
  elsewhereCheck: 'none',
  ...guardian,
}

export { interview }

const checked = {
  elsewhereCheck: 'none',
  comparisonResult: 'no-hit',
  comparisonOn: '2026-03-02',
  traffickingCheck: 'no-hit',
  departments: true,
  interviews: [interview('样邻甲'), interview('样邻乙')],
}

/** A child with a Chinese mother, everything looked into. */
export const looked = {
  ...checked,
  personName: '样小幼',
  personSex: '1',
  personBirthDate: '2024-02-29',
  personEthnicGroup: '01',
  personBirthplace: '内蒙古敖汉旗',
  follows: 'parent',
  ...placed,
  relationToHead: '20',
  ...guardian,
}

/** A baby found at the gate, living with the woman who found it. */
export const foundling = {
  ...looked,
  kind: 'foundling',
  follows: 'carer',
  kinshipSeen: undefined,
  relationToHead: '99',
  foundReport: 'reported',
  noticeFrom: '2026-01-03',
  guardianRelation: 'appointed',
}

/** In the welfare home's collective household. */
export const welfareHome = {
  follows: 'welfare',
  host: undefined,
  kinshipSeen: undefined,
  headConsents: undefined,
  household: { number: '000777', householdKind: 'collective', collectiveKind: 'welfare' },
  relationToHead: '99',
  noticeFrom: '2026-01-03',
}

/** A grown man who is to live with his wife. */
export const known = {
  ...checked,
  personName: '样归来',
  personSex: '1',
  personBirthDate: '1965-09-12',
  personEthnicGroup: '02',
  personBirthplace: '内蒙古敖汉旗',
  follows: 'spouse',
  ...placed,
  relationToHead: '11',
  applicantKind: 'self',
  identityChecked: true,
}
