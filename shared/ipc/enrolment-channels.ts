import { z } from 'zod'
import { enrolmentCodeSchema } from '../sync/station-entry.ts'

/** Code of the reason that stood in the way of the last try, '' when there was none. */
const refusal = z.string().max(80)

/** Whether the city knows this machine. */
export const enrolmentStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-needed') }),
  z.object({ state: z.literal('enrolled'), until: z.iso.datetime(), refusal }),
  z.object({ state: z.literal('not-enrolled'), refusal }),
])
export type EnrolmentState = z.infer<typeof enrolmentStateSchema>

export const enrolmentChannels = {
  'enrolment.state': { request: z.object({}), response: enrolmentStateSchema },
  /** A code that the city gave over the telephone or on paper. */
  'enrolment.enrol': { request: z.object({ code: enrolmentCodeSchema }), response: enrolmentStateSchema },
}
