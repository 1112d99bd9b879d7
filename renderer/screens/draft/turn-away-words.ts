import type { Conclusion } from '../../../shared/policy/judge.ts'

/** Which step fits what the rules come to: each of them hands the resident something, none is a dead end. */
export function stepFor(conclusion: Conclusion): 'accept' | 'refer' | 'refuse' | 'askForMore' {
  switch (conclusion) {
    case 'ready':
    case 'hold':
    case 'investigate':
      return 'accept'
    case 'refer':
    case 'route':
      return 'refer'
    case 'refuse':
    case 'block':
      return 'refuse'
    case 'ask':
    case 'incomplete':
      return 'askForMore'
  }
}
