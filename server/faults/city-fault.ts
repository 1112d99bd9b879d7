import type { Fault } from '../../shared/sync/messages.ts'

/** A request that is answered with a reason instead of a result. */
export class CityFault extends Error {
  readonly status: number
  readonly fault: Fault

  /** Seconds for which the city wants to be left alone with this. */
  readonly retryAfter: number | undefined

  constructor(status: number, fault: Fault, retryAfter?: number) {
    super(fault.code)
    this.name = 'CityFault'
    this.status = status
    this.fault = fault
    this.retryAfter = retryAfter
  }
}
