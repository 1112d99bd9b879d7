import { z } from 'zod'

/** A station's code: the twelve digits by which the police administration numbers it, the county's six in front. */
export const stationCodeSchema = z.string().regex(/^\d{12}$/, '派出所代码是 12 位数字，请核对。')

export const stationSchema = z.object({
  code: stationCodeSchema,
  /** As printed on papers and on the seal, e.g. 赤峰市公安局某某分局某某派出所. */
  name: z.string().min(1).max(60),
  /** As on the screen's top line. */
  shortName: z.string().min(1).max(20),
  /** Six-digit GB/T 2260 code of the county. */
  countyCode: z.string().regex(/^\d{6}$/, '旗县区代码是 6 位数字，请核对。'),
  address: z.string().max(120),
  phone: z.string().max(30),
})
export type Station = z.infer<typeof stationSchema>

/** What is shown of a station before anybody has signed in. */
export const stationNameSchema = stationSchema.pick({ code: true }).extend({
  name: z.string().max(60),
  shortName: z.string().max(20),
})
export type StationName = z.infer<typeof stationNameSchema>
