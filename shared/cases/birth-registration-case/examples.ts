import type { Example } from '../case-type.ts'
import { birthExamples } from './birth-examples.ts'
import { followExamples } from './follow-examples.ts'
import { parentExamples } from './parent-examples.ts'

export const examples: readonly Example[] = [...birthExamples, ...followExamples, ...parentExamples]
