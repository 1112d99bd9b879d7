import type { PickedResident } from '../picked.ts'
import type { BirthFacts, ChildFacts } from './fields.ts'

/** Made-up family of the worked examples; area code 150499 is not assigned. */
export const day = '2026-03-13'

const home = { region: '150430', detail: '新惠镇样例街3号' }

export const father: PickedResident = {
  personId: '7c1f4a0e-52d3-4b58-9a61-150499000101',
  name: '白海山',
  citizenId: '150499199001010014',
  sex: '1',
  birthDate: '1990-01-01',
  ethnicGroup: '01',
  householdNumber: '000501',
  relationToHead: '02',
  address: home,
  status: 'registered',
}

export const mother: PickedResident = {
  personId: '7c1f4a0e-52d3-4b58-9a61-150499000102',
  name: '李秋月',
  citizenId: '150499199206120006',
  sex: '2',
  birthDate: '1992-06-12',
  ethnicGroup: '01',
  householdNumber: '000501',
  relationToHead: '12',
  address: home,
  status: 'registered',
}

export const grandfather: PickedResident = {
  personId: '7c1f4a0e-52d3-4b58-9a61-150499000103',
  name: '白老实',
  citizenId: '15049919600708001X',
  sex: '1',
  birthDate: '1960-07-08',
  ethnicGroup: '01',
  householdNumber: '000502',
  relationToHead: '02',
  address: home,
  status: 'registered',
}

export const child: ChildFacts = {
  name: '白小禾',
  sex: '2',
  bornOn: '2026-03-02',
  bornAt: '08:15',
  birthplace: '内蒙古自治区赤峰市敖汉旗',
  ethnicGroup: '01',
  certificateNumber: 'Z150000001',
  certificateIssuedOn: '2026-03-04',
}

/** A married couple's third child, declared by the father within the month. */
export const inOrder: BirthFacts = {
  bornWhere: 'institution',
  proof: 'certificate',
  children: [child],
  certificateMatches: true,
  certificateCheck: 'valid',
  follows: 'father',
  parentsMarried: true,
  marriageSeen: true,
  fatherOnCertificate: 'named',
  fatherStanding: 'here',
  father,
  fatherHouseholdKind: 'family',
  motherStanding: 'here',
  mother,
  motherHouseholdKind: 'family',
  olderBrothers: 1,
  olderSisters: 1,
  elsewhereCheck: 'none',
  applicantKind: 'father',
  identityChecked: true,
}

/** A mother on her own: the certificate has a stroke where a father would stand. */
export const motherAlone: BirthFacts = {
  ...inOrder,
  children: [{ ...child, name: '李小禾' }],
  follows: 'mother',
  parentsMarried: false,
  unmarriedStatement: true,
  fatherOnCertificate: 'blank',
  applicantKind: 'mother',
  mother: { ...mother, relationToHead: '32' },
  headName: '李长河',
}

/** The parents are not married and the child follows its father on a licensed body's test. */
export const unmarriedWithFather: BirthFacts = {
  ...inOrder,
  parentsMarried: false,
  unmarriedStatement: true,
  parentageTested: true,
  parentageReportNumber: '样例司鉴〔2026〕物鉴字第7号',
  parentageInstitution: '样例司法鉴定中心',
  parentageInstitutionLicensed: true,
  parentageResult: 'supports',
}

/** Born in Japan to parents who study there, with every paper. */
export const bornInJapan: BirthFacts = {
  ...inOrder,
  bornWhere: 'abroad',
  children: [{ ...child, birthplace: '日本大阪', certificateNumber: undefined }],
  foreignCertificate: true,
  translation: true,
  authentication: 'apostille',
  travelDocument: 'travel-document',
  parentsEntryPapers: true,
  noForeignNationalityStatement: true,
  foreignNationality: 'none',
}

/** Both parents are students in colleges' collective households; the child goes to its father's parents. */
export const studentsChild: BirthFacts = {
  ...inOrder,
  follows: 'grandparent',
  fatherStanding: 'elsewhere',
  fatherHouseholdKind: 'college',
  motherStanding: 'elsewhere',
  motherHouseholdKind: 'college',
  grandparentSide: 'paternal',
  grandparent: grandfather,
  grandparentHere: true,
  grandparentAgrees: true,
}

export function withChild(facts: BirthFacts, change: ChildFacts): BirthFacts {
  return { ...facts, children: [{ ...facts.children?.[0], ...change }] }
}
