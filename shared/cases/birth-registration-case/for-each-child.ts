import { met, notApplicable, unknown, unmet, type Verdict } from '../../policy/rule.ts'
import { childrenOf, childWord } from './family.ts'
import type { BirthFacts, ChildFacts } from './fields.ts'

/**
 * One verdict on all children of a form: every fault is named, each with its child where there are several; one that
 * cannot be judged yet leaves the whole open. `because` is said when nothing more particular is.
 */
export function forEachChild(
  facts: BirthFacts,
  because: string,
  test: (child: ChildFacts, word: string) => Verdict,
): Verdict {
  const children = childrenOf(facts)
  if (children.length === 0) return unknown('还没有填孩子。', 'children')
  const verdicts = children.map((child, index) => test(child, childWord(child, index)))
  const faults = verdicts.filter((verdict) => verdict.kind === 'unmet')
  if (faults.length > 0) {
    return unmet(joined(faults.map((fault) => fault.because)), joined(faults.map((fault) => fault.remedy)))
  }
  const open = verdicts.find((verdict) => verdict.kind === 'unknown')
  if (open) return open
  const passed = verdicts.filter((verdict) => verdict.kind === 'met')
  return passed.length === 0 ? notApplicable : met(joined(passed.map((each) => each.because)) || because)
}

function joined(sentences: readonly string[]): string {
  return [...new Set(sentences)].join('')
}
