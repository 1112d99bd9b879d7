import { z } from 'zod'
import { regionName } from '../codes/gbt2260-region.ts'

/** Where somebody is registered: a six-digit GB/T 2260 county code and the rest down to the door. */
export const addressSchema = z.object({
  region: z.string().regex(/^\d{6}$/, '省市县代码是 6 位数字，请核对。'),
  detail: z.string().max(120),
})
export type Address = z.infer<typeof addressSchema>

/** The address as written on paper; of a region that no table knows only the detail is left. */
export function addressInWords(address: Address): string {
  return `${regionName(address.region) ?? ''}${address.detail}`
}
