import { approvalPaper } from './approval-paper.ts'
import type { Paper } from './case-type.ts'
import { investigationPapers } from './investigation-papers.ts'
import { slipPapers } from './slip-papers.ts'

/**
 * The papers that come with every case type: the counter's slips, what an investigation
 * writes down, and the form on which the case is decided.
 */
export const standardPapers: readonly Paper[] = [...slipPapers, ...investigationPapers, approvalPaper]
