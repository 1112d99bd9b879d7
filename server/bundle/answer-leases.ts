import type { StationBundle } from '../../shared/sync/bundle.ts'
import type { LeaseAnswer, LeasesByStick, LeasesTold } from '../../shared/sync/leases.ts'
import type { City } from '../city.ts'
import { CityFault } from '../faults/city-fault.ts'
import { answerLeaseRequests } from '../leases/answer-requests.ts'

/**
 * What the machine asks about blocks of numbers, answered as over the line: the same request gets the same block however it
 * comes. Undefined when it asks nothing. A device's name that belongs to another machine is told to the desk and stops nothing else.
 */
export async function answerItsLeases(
  city: City,
  { leases = [] }: StationBundle,
): Promise<LeasesByStick | undefined> {
  const answers: LeaseAnswer[] = []
  let told: LeasesTold | undefined
  try {
    for (const asked of leases) {
      told = await answerLeaseRequests(city, asked)
      answers.push(...told.answers)
    }
  } catch (fault) {
    if (fault instanceof CityFault) return { fault: fault.fault }
    throw fault
  }
  return told && { told: { ...told, answers } }
}
