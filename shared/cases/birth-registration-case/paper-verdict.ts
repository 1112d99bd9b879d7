import { met, unknown, unmet, type Verdict } from '../../policy/rule.ts'

/** Seen, not seen, or not looked for yet; `field` is the question that settles it. */
export function paperVerdict(
  seen: boolean | undefined,
  field: string,
  paper: string,
  remedy: string,
): Verdict {
  if (seen === undefined) return unknown(`还没有核对${paper}。`, field)
  return seen ? met(`${paper}已看过。`) : unmet(`没有看到${paper}。`, remedy)
}
