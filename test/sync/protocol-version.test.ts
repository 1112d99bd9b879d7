import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import * as wireNow from '../../shared/sync/messages.ts'
import { protocolWith } from '../../renderer/sync/agree-on-protocol.ts'
import * as wireOfVersion1 from './wire-version-1.ts'

/** Digest of the wire of each protocol version. A version that has been released never changes again. */
const released: Readonly<Record<number, string>> = {
  1: '30df9c9aa854e08c',
  2: 'f7bfe1d1af64aeae',
  3: '632547efaf11516f',
}

type Wire = Record<
  | 'sendActionsSchema'
  | 'actionsFiledSchema'
  | 'fetchActionsSchema'
  | 'actionsHandedOutSchema'
  | 'healthSchema'
  | 'faultSchema',
  z.ZodType
>

function digestOf(wire: Wire): string {
  const schemas = [
    wire.sendActionsSchema,
    wire.actionsFiledSchema,
    wire.fetchActionsSchema,
    wire.actionsHandedOutSchema,
    wire.healthSchema,
    wire.faultSchema,
  ]
  const shapes = JSON.stringify(schemas.map((schema) => z.toJSONSchema(schema, { unrepresentable: 'any' })))
  return createHash('sha256').update(shapes).digest('hex').slice(0, 16)
}

it('the wire is what its version says: raise protocolVersion and add its digest here when a message changes shape', () => {
  expect(digestOf(wireNow)).toBe(released[wireNow.protocolVersion])
})

it('the version-1 client of the tests reads with the very schemas that were released', () => {
  expect(digestOf(wireOfVersion1)).toBe(released[1])
})

describe('the version that a desk and a city speak', () => {
  it('is the newest that both know', () => {
    expect(protocolWith({})).toBe(1)
    expect(protocolWith({ protocols: { oldest: 1, newest: 1 } })).toBe(1)
    expect(protocolWith({ protocols: { oldest: 1, newest: 2 } })).toBe(2)
    expect(protocolWith({ protocols: { oldest: 1, newest: 3 } })).toBe(3)
    expect(protocolWith({ protocols: { oldest: 2, newest: 5 } })).toBe(3)
  })

  it('is none when the city has left this desk behind', () => {
    expect(protocolWith({ protocols: { oldest: 4, newest: 5 } })).toBeUndefined()
  })
})
