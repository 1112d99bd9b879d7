import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { mostActionsAtOnce } from '../../shared/sync/messages.ts'
import { WayMemory } from '../../renderer/sync/way-memory.ts'

const slow = 1001

it('a message that was given up is halved at the next contact, down to a first message and not below', () => {
  const way = new WayMemory()
  const tried: number[] = []
  for (let contact = 0; contact < 6; contact += 1) {
    way.wasTooLong(way.longest, 100)
    tried.push(way.longest)
  }
  expect(tried).toEqual([500, 250, 125, 100, 100, 100])
})

it('a first message that is given up says nothing about longer ones: the line was gone', () => {
  const way = new WayMemory()
  way.wasTooLong(100, 100)
  expect(way.longest).toBe(mostActionsAtOnce)
})

it('twice as much is tried after eight of the longest in a row went quickly; a slow one begins the count anew', () => {
  const way = new WayMemory()
  way.wasTooLong(1000, 100)
  for (let sent = 0; sent < 7; sent += 1) way.wentThrough(500, 200)
  way.wentThrough(500, slow)
  for (let sent = 0; sent < 7; sent += 1) way.wentThrough(500, 200)
  way.wentThrough(120, 200)
  expect(way.longest).toBe(500)
  way.wentThrough(500, 200)
  expect(way.longest).toBe(mostActionsAtOnce)
})

it('whatever happened on the way, a message holds at least a first one and at most what the city reads', () => {
  const event = fc.record({
    isLost: fc.boolean(),
    took: fc.nat(2000),
    share: fc.double({ min: 0.1, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 60 }), fc.integer({ min: 1, max: 200 }), (events, least) => {
      const way = new WayMemory()
      for (const { isLost, took, share } of events) {
        const count = Math.max(1, Math.floor(way.longest * share))
        if (isLost) way.wasTooLong(count, least)
        else way.wentThrough(count, took)
        expect(way.longest).toBeGreaterThanOrEqual(least)
        expect(way.longest).toBeLessThanOrEqual(mostActionsAtOnce)
      }
    }),
  )
})

it('counts for each action by itself at how many contacts it came unread', () => {
  const way = new WayMemory()
  expect([way.cameUnread('a'), way.cameUnread('b'), way.cameUnread('a')]).toEqual([1, 1, 2])
})
