import type { PartialFacts } from '../fields.ts'
import { askedOfTheCity } from '../first-registration/asked-of-the-city.ts'
import { registerStep } from '../first-registration/register-step.ts'
import type { Level } from '../levels.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, isLookedInto, kindFields, type OtherFacts } from './fields.ts'
import { policy } from './policy.ts'

/** What is proven on paper the station decides; what is looked into goes up as a late registration does (clause 9). */
export function decidedBy(facts: PartialFacts): readonly Level[] {
  return isLookedInto(facts) ? ['station', 'county', 'city'] : ['station']
}

const kindInWords = new Map(
  kindFields.kind.choices.map(({ value, label }): [string, string] => [value, label]),
)

/** A secret adoption leaves no word of itself on the register form. */
function inWords(facts: PartialFacts): string {
  const { kind, keepSecret } = facts as OtherFacts
  return keepSecret ? '落户' : `其他无户口人员落户：${kindInWords.get(kind ?? '') ?? ''}`
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(
    lawOf(fields, policy, { alsoAsks: askedOfTheCity }),
    { levels: decidedBy, afterwards: 'approved', onlyWhenAnswered: isLookedInto },
    ['station', 'county', 'city'],
  ),
  register: registerStep(fields, {
    reasonOf: inWords,
    arrivalOf: () => '登记落户',
    keepsSecret: (facts) => (facts as OtherFacts).keepSecret === true,
  }),
}
