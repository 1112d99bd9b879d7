import type { CityVerdict } from '../../shared/sync/messages.ts'

/** Who is told what comes up while messages are judged. */
export interface Watch {
  readonly reportFault: (error: unknown) => void
  /** A message that was kept has its verdicts: nobody waits for an answer in which they would be counted. */
  readonly keptJudged?: (verdicts: readonly CityVerdict[]) => void
  /** A message that was kept cannot be read, and does not stand before its station's others any more. */
  readonly keptPutAside?: () => void
}
