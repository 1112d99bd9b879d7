/** Made-up people and places for the worked examples; area code 150499 belongs to nobody. */
export const day = '2026-03-04'
export const homeTown = '150430100'
export const linxiTown = '150424100'
export const sumu = '150421202'
export const hebei = { region: '130102', regionName: '河北省石家庄市长安区', detail: '样例街' }
export const tongliao = { region: '150502', regionName: '内蒙古自治区通辽市科尔沁区', detail: '样例街' }

/** Somebody of Chifeng who fulfils none of the five grounds. */
export const nobody = {
  inRegister: false,
  personName: '样落户',
  personCitizenId: '150499199001010014',
  personSex: '1',
  personBirthDate: '1990-01-01',
  personEthnicGroup: '01',
  hukouPlace: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '样例乡样例村' },
  originCheck: 'confirmed',
  voluntary: true,
  township: homeTown,
  inVillage: false,
  targetInArea: true,
  housing: 'none',
  settlesIn: 'existing',
  headConsents: true,
  joinsKin: false,
  purchase: 'none',
  business: false,
  hasTalent: false,
  ruralMigrant: false,
  applicantKind: 'self',
  identityChecked: true,
}

const ownHome = { housing: 'own', livesInDwelling: true, housingProofSeen: true }

export const joining = {
  ...nobody,
  ...ownHome,
  joinsKin: true,
  kinRelation: 'parent',
  kinTownship: linxiTown,
  livesWithKin: true,
  kinProofSeen: true,
}

export const leaseOf = (from: string, until: string, registered = true) => ({ from, until, registered })
export const renting = (...leases: readonly unknown[]) => ({
  ...joining,
  housing: 'lease',
  housingProofSeen: undefined,
  leases,
})
export const buying = { ...nobody, purchase: 'bought', ownName: true, titleSeen: true }
export const trading = {
  ...nobody,
  ...ownHome,
  business: true,
  creditCodeOnLicence: true,
  taxCertificateSeen: false,
}
const talented = (...talents: readonly unknown[]) => ({ ...nobody, hasTalent: true, talents })
export const graduateOf = (graduatedOn: string) => ({
  kind: 'graduate',
  graduatedOn,
  recognised: true,
  proofSeen: true,
})
export const graduate = talented(graduateOf('2021-04-04'))
export const talent = (kind: string, more: Readonly<Record<string, unknown>> = {}) =>
  talented({ kind, proofSeen: true, ...more })
export const migrant = {
  ...nobody,
  ruralMigrant: true,
  urbanJob: true,
  wholeFamily: false,
  residenceProofSeen: true,
}
export const inRegister = {
  ...buying,
  inRegister: true,
  person: {
    name: '样在册',
    citizenId: '15049919800101001X',
    birthDate: '1980-01-01',
    status: 'registered',
  },
}

const options = ['joining-kin', 'purchase', 'business', 'talent', 'stock'].map((id) => `ground-${id}`)

/** The grounds that do not carry the case, all but the ones named. */
export const allBut = (...mine: readonly string[]): string[] =>
  options.filter((id) => !mine.includes(id.replace('ground-', '')))
