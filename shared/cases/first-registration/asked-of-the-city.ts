import { askRegisteredElsewhere, askSamePerson, type CityQuestion } from '../city-questions.ts'
import type { PartialFacts } from '../fields.ts'
import type { FirstRegistrationFacts } from './fields.ts'

/** Whether the person is registered anywhere in the city, under the number given before or as the same child of a mother. */
export function askedOfTheCity(form: PartialFacts): readonly CityQuestion[] {
  const { usedNumber, personName, personBirthDate, follows, host } = form as FirstRegistrationFacts
  const mother = follows === 'parent' && host?.sex === '2' ? host.citizenId : undefined
  return [
    ...askRegisteredElsewhere(usedNumber),
    ...askSamePerson({ name: personName, bornOn: personBirthDate, mother }),
  ]
}
