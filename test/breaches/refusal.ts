import { expect } from 'vitest'

/** The code of a refusal, which must be one and say why in the clerk's words. */
export const refusal = (outcome: {
  ok: boolean
  refusals?: readonly { code: string; message: string }[]
}) => {
  expect(outcome.ok).toBe(false)
  expect(outcome.refusals?.[0]?.message).toMatch(/\p{Script=Han}/u)
  return outcome.refusals?.[0]?.code
}
