import { z } from 'zod'
import { accepted } from '../../base/outcome.ts'
import { defineStep } from '../step.ts'

/** 交付: the certificate and the receipt are in the applicant's hands, signed for. */
export const handOverStep = defineStep({
  name: '交付证件',
  permission: 'hand-over',
  from: ['issued'],
  to: ['closed'],
  facts: z.strictObject({ receivedBy: z.string().min(1, '请写明领取人').max(50), signed: z.literal(true) }),
  decide: () => accepted({ status: 'closed' }),
})
