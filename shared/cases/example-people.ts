/** Made-up people for the worked examples; area code 150499 belongs to nobody. */

/** A man of sixty, head of household 000123. */
export const exampleMan = {
  personId: '0f1d8a52-3c44-4a58-8f3e-150499000001',
  name: '样长青',
  citizenId: '150499196509120018',
  sex: '1',
  birthDate: '1965-09-12',
  householdNumber: '000123',
  relationToHead: '02',
  status: 'registered',
}

/** A woman of fifty-eight, his wife. */
export const exampleWoman = {
  personId: '0f1d8a52-3c44-4a58-8f3e-150499000002',
  name: '样收养',
  citizenId: '150499196803040027',
  sex: '2',
  birthDate: '1968-03-04',
  householdNumber: '000123',
  relationToHead: '12',
  status: 'registered',
}

/** A unit's steward at the counter. */
export const exampleSteward = {
  applicantKind: 'unit',
  applicantName: '样协管',
  applicantCitizenId: '150499196803040027',
  unitLetter: true,
  identityChecked: true,
}

/** A neighbour heard by two officers. */
export function interviewWith(interviewee: string, agrees = true) {
  return {
    on: '2026-03-03',
    place: '样例嘎查委员会',
    interviewee,
    relation: '邻居',
    officers: '样户籍、乌云样',
    account: '认识多年，情况属实。',
    agrees,
  }
}
