import { approvalPaper } from './approval-paper.ts'
import type { Paper } from './case-type.ts'
import { slipPapers } from './slip-papers.ts'

/** The papers that come with every case type: the counter's slips and the form on which it is decided. */
export const standardPapers: readonly Paper[] = [...slipPapers, approvalPaper]
