import type { Paper } from './case-type.ts'
import { slipPapers } from './slip-papers.ts'

/** The papers that come with every case type. */
export const standardPapers: readonly Paper[] = slipPapers
