import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import {
  actionsFiledSchema,
  actionsHandedOutSchema,
  faultSchema,
  fetchActionsSchema,
  healthSchema,
  protocolVersion,
  sendActionsSchema,
} from '../../shared/sync/messages.ts'

/** Digest of the wire of each protocol version. A version that has been released never changes again. */
const released: Readonly<Record<number, string>> = {
  1: '30df9c9aa854e08c',
}

const wire = [
  sendActionsSchema,
  actionsFiledSchema,
  fetchActionsSchema,
  actionsHandedOutSchema,
  healthSchema,
  faultSchema,
]

it('the wire is what its version says: raise protocolVersion and add its digest here when a message changes shape', () => {
  const shapes = JSON.stringify(wire.map((schema) => z.toJSONSchema(schema, { unrepresentable: 'any' })))
  expect(createHash('sha256').update(shapes).digest('hex').slice(0, 16)).toBe(released[protocolVersion])
})
