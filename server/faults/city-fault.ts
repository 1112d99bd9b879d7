import type { Fault } from '../../shared/sync/messages.ts'

/** A request that is answered with a reason instead of a result. */
export class CityFault extends Error {
  readonly status: number
  readonly fault: Fault

  constructor(status: number, fault: Fault) {
    super(fault.code)
    this.name = 'CityFault'
    this.status = status
    this.fault = fault
  }
}
