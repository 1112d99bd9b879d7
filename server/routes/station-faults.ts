import { faultSchema } from '../../shared/sync/messages.ts'

/** How a station's request can be turned away on every route: not readable, not known, another station's, not ready. */
export const stationFaults = { 400: faultSchema, 401: faultSchema, 403: faultSchema, 503: faultSchema }
