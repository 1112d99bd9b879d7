import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonValue } from '../../shared/base/json-value.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import { instantOf, millisecondsOf } from '../../shared/sync/packed/instants.ts'
import { unpack } from '../../shared/sync/packed/unpack.ts'
import { UnreadablePack } from '../../shared/sync/packed/unreadable-pack.ts'
import { makeStation, reissueActions } from '../builders/reissues.ts'
import { randomIds } from './random-ids.ts'

const much = 10_000_000

/** What a parser can have made: the one name that reaches the prototype is refused at the city in JSON too. */
const json = fc
  .letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom(null, true, false),
      fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger()),
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.uuid(),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
        fc.nat(99_999).map((n) => `CF-430101-${String(n).padStart(6, '0')}`),
        fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: 64, maxLength: 64 }),
      ),
      fc.array(tie('value'), { maxLength: 12 }),
      fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        tie('value'),
        { maxKeys: 8 },
      ),
    ),
  }))
  .value.map((value) => JSON.parse(JSON.stringify(value)) as JsonValue)

const day = () => {
  const station = makeStation(7)
  const actions = Array.from({ length: 20 }, (_, n) => reissueActions({ station, n })).flat()
  return {
    protocol: 2,
    station: station.code,
    device: 'D1',
    actions: randomIds(actions),
  } as unknown as JsonValue
}

it('what was packed comes out again, whatever JSON can say', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(unpack(pack(value), much)).toEqual(value)
    }),
    { numRuns: 200 },
  )
})

it('lists of things alike come out again, in their order', () => {
  const row = fc.record({
    id: fc.uuid(),
    n: fc.integer(),
    at: fc.constant('2026-03-10T01:00:00.000Z'),
    what: json,
  })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
      expect(unpack(pack(rows), much)).toEqual(rows)
    }),
    { numRuns: 50 },
  )
})

it('a day of actions comes out again, and takes at most three quarters of the bytes of the same as gzipped JSON', () => {
  const message = day()
  const packed = pack(message)
  expect(unpack(packed, much)).toEqual(message)
  const asJson = gzipSync(JSON.stringify(message)).length
  const brotli = brotliCompressSync(packed, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  expect(gzipSync(packed).length / asJson).toBeLessThan(0.75)
  expect(brotli.length / asJson).toBeLessThan(0.75)
})

it('instants of any year are the very text again, and a text that only looks like one stays a text', () => {
  fc.assert(
    fc.property(
      fc.date({ noInvalidDate: true, min: new Date('0000-01-01'), max: new Date('9999-12-31') }),
      (date) => {
        expect(millisecondsOf(date.toISOString())).toBe(date.getTime())
        expect(instantOf(date.getTime())).toBe(date.toISOString())
      },
    ),
  )
  for (const text of ['2026-02-30T01:00:00.000Z', '2026-03-01T24:00:00.000Z', '2026-03-01T01:00:00Z'])
    expect(millisecondsOf(text)).toBeUndefined()
})

describe('bytes that nobody packed', () => {
  const refusedOrRead = (bytes: Uint8Array, most = 100_000) => {
    try {
      unpack(bytes, most)
    } catch (fault) {
      expect(fault).toBeInstanceOf(UnreadablePack)
    }
  }

  it('are refused as such, never with another fault and never with endless work', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => refusedOrRead(Uint8Array.of(2, ...bytes))),
      { numRuns: 1000 },
    )
  })

  it('cut off or changed anywhere, a pack is refused or reads as another message', () => {
    const whole = pack(day())
    for (let length = 0; length < whole.length; length += 397)
      expect(() => unpack(whole.subarray(0, length), much)).toThrow(UnreadablePack)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const changed = whole.slice()
        changed[at] = byte
        refusedOrRead(changed, much)
      }),
      { numRuns: 60 },
    )
  })

  it('that swell beyond the measure are refused before they do', () => {
    const swelling = pack(Array.from({ length: 1000 }, () => 'x'.repeat(1000)))
    expect(swelling.length).toBeLessThan(2000)
    expect(() => unpack(swelling, 100_000)).toThrow(/swells/)
    const deep = Array.from({ length: 60 }).reduce<JsonValue>((inner) => [inner], 1)
    expect(() => unpack(pack(deep), much)).toThrow(/deep/)
    expect(() => unpack(pack(JSON.parse('{"__proto__":1}') as JsonValue), much)).toThrow(/name/)
  })
})
