import type { Conclusion } from '../../../shared/policy/judge.ts'

/** Which step fits what the rules come to: each of them hands the resident something, none is a dead end. */
export function stepFor(conclusion: Conclusion): 'accept' | 'refer' | 'refuse' | 'askForMore' | undefined {
  switch (conclusion) {
    case 'ready':
      return 'accept'
    case 'refer':
    case 'route':
      return 'refer'
    case 'refuse':
      return 'refuse'
    case 'ask':
    case 'incomplete':
      return 'askForMore'
    case 'block':
      return undefined
  }
}
