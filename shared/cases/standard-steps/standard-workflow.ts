import type { Level } from '../levels.ts'
import type { Step } from '../step.ts'
import { acceptStep, amendStep, investigatedWhenOpen } from './accept.ts'
import { approvalSteps, withdrawStep, type Chain } from './decide.ts'
import { investigateStep, refuseAfterAcceptanceStep } from './investigate.ts'
import type { FormAndLaw } from './judged-form.ts'
import { turnAwayStep } from './turn-away.ts'

/**
 * The way of nearly every matter: accepted or turned away with a slip, looked into where something is open, decided
 * by the levels that its facts ask for. A case type adds what happens after the decision.
 */
export function standardWorkflow(
  law: FormAndLaw,
  chain: Chain,
  possible: readonly Level[] = ['station'],
): Readonly<Record<string, Step>> {
  return {
    accept: acceptStep(law, investigatedWhenOpen),
    amend: amendStep(law, investigatedWhenOpen),
    refer: turnAwayStep(law, 'refer'),
    refuse: turnAwayStep(law, 'refuse'),
    askForMore: turnAwayStep(law, 'askForMore'),
    investigate: investigateStep(law),
    refuseAfterAcceptance: refuseAfterAcceptanceStep(law, possible),
    ...approvalSteps(law, chain, possible),
    withdraw: withdrawStep,
  }
}
