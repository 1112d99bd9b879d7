/** Ways that a case goes, as its steps in order; the last one tells the status in which it rests. */
export const routes = {
  accepted: ['accept'],
  returned: ['accept', 'return'],
  handedInAgain: ['accept', 'return', 'amend'],
  approved: ['accept', 'approve'],
  printing: ['accept', 'approve', 'print'],
  issued: ['accept', 'approve', 'print', 'good'],
  closed: ['accept', 'approve', 'print', 'good', 'handOver'],
  closedAfterReturn: ['accept', 'return', 'amend', 'approve', 'print', 'good', 'handOver'],
  closedAfterJam: ['accept', 'approve', 'print', 'jammed', 'print', 'good', 'handOver'],
  closedAfterNothingCame: ['accept', 'approve', 'print', 'notOut', 'print', 'good', 'handOver'],
  closedAfterAsking: ['askForMore', 'amend', 'approve', 'print', 'good', 'handOver'],
  closedThenAnswered: ['accept', 'approve', 'print', 'good', 'handOver', 'cityAnswer'],
  answeredThenClosed: ['accept', 'approve', 'cityAnswer', 'print', 'good', 'handOver'],
  inConflict: ['accept', 'approve', 'print', 'good', 'cityAnswer'],
  closedFromCounterfoil: ['accept', 'compareCounterfoil', 'approve', 'print', 'good', 'handOver'],
  landed: ['accept', 'approve', 'land'],
  withdrawn: ['accept', 'withdraw'],
  withdrawnAfterApproval: ['accept', 'approve', 'withdraw'],
  referred: ['refer'],
  refused: ['refuse'],
  supplementing: ['askForMore'],
} as const satisfies Record<string, readonly string[]>

export type Route = keyof typeof routes
export type Stop = (typeof routes)[Route][number]
