import { askedOfTheCity } from '../first-registration/asked-of-the-city.ts'
import { registerStep } from '../first-registration/register-step.ts'
import type { Level } from '../levels.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields } from './fields.ts'
import { policy } from './policy.ts'

/** Reviewed by the county, decided by the city (公通字〔2021〕12号, clause 9). */
export const decidedBy = (): readonly Level[] => ['station', 'county', 'city']

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(
    lawOf(fields, policy, { alsoAsks: askedOfTheCity }),
    { levels: decidedBy, afterwards: 'approved', onlyWhenAnswered: () => true },
    ['station', 'county', 'city'],
  ),
  register: registerStep(fields, {
    reasonOf: () => '补录户口',
    arrivalOf: () => '补录',
  }),
}
