import { accepted, refused, type Outcome, type Refusal } from '../base/outcome.ts'
import { policyOptions, type PolicyOption } from './policy-options.ts'

export { policyOptions, type PolicyOption }

export type PolicyOptionName = keyof typeof policyOptions

/** A choice is written as text; what is written 'true' or 'false' is a yes or no. */
type ValueOf<Choice> = Choice extends 'true' ? true : Choice extends 'false' ? false : Choice

/** The settings under which a judgement is made: every name with one of its choices. */
export type PolicyOptions = {
  readonly [Name in PolicyOptionName]: ValueOf<keyof (typeof policyOptions)[Name]['choices']>
}

export const policyOptionNames = Object.keys(policyOptions) as readonly PolicyOptionName[]

/** What holds as long as nobody with the power to decide has said otherwise. */
export const defaultPolicyOptions = Object.fromEntries(
  policyOptionNames.map((name) => [name, policyOptions[name].default]),
) as PolicyOptions

/** What a chosen value means, in the clerk's words. */
export function optionInWords<Name extends PolicyOptionName>(name: Name, value: PolicyOptions[Name]): string {
  const option: PolicyOption = policyOptions[name]
  return option.choices[String(value)] ?? String(value)
}

/**
 * The defaults with some of them changed, as a settings file or a command line gives them; true and 'true' are the same.
 * Refuses with 'option-unknown' or 'option-value', one refusal for each thing wrong, `field` naming the setting.
 */
export function readPolicyOptions(
  overrides: Readonly<Record<string, string | boolean>>,
): Outcome<PolicyOptions> {
  const refusals = Object.entries(overrides).flatMap(([name, value]) => faultOf(name, value) ?? [])
  if (refusals.length > 0) return refused(...refusals)
  const chosen = Object.entries(overrides).map(([name, value]) => [name, valueOf(String(value))])
  return accepted({ ...defaultPolicyOptions, ...(Object.fromEntries(chosen) as Partial<PolicyOptions>) })
}

function isOptionName(name: string): name is PolicyOptionName {
  return Object.hasOwn(policyOptions, name)
}

function faultOf(name: string, value: string | boolean): Refusal | undefined {
  if (!isOptionName(name)) {
    return {
      code: 'option-unknown',
      field: name,
      message: `没有“${name}”这项政策设置。可以设置的有：${policyOptionNames.join('、')}。`,
    }
  }
  const { title, choices }: PolicyOption = policyOptions[name]
  if (Object.hasOwn(choices, String(value))) return undefined
  const possible = Object.entries(choices).map(([choice, words]) => `${choice}（${words}）`)
  return {
    code: 'option-value',
    field: name,
    message: `政策设置“${title}”（${name}）不能是“${String(value)}”。请从这些里选：${possible.join('、')}。`,
  }
}

function valueOf(choice: string): string | boolean {
  return choice === 'true' || choice === 'false' ? choice === 'true' : choice
}
