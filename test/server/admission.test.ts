import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Admission } from '../../server/http/admission.ts'

const never = new AbortController().signal

/** Lets everybody who was called in go on, so that promises have told their listeners. */
const aMoment = () => new Promise((resolve) => setImmediate(resolve))

it('a station with many messages does not stand before those with one', async () => {
  const admission = new Admission(1)
  const turns: string[] = []
  const take = async (station: string) => {
    const leave = await admission.enter(station, never)
    turns.push(station)
    await aMoment()
    leave()
  }
  await Promise.all(['busy', 'busy', 'busy', 'busy', 'small', 'other'].map(take))
  expect(turns.indexOf('small')).toBeLessThan(3)
  expect(turns.indexOf('other')).toBeLessThan(4)
})

it('never more at work than allowed, never two of one station, and everybody has their turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 40 }),
      async (most, stations) => {
        const admission = new Admission(most)
        const atWork: string[] = []
        let served = 0
        const take = async (station: string) => {
          const leave = await admission.enter(station, never)
          expect(atWork).not.toContain(station)
          atWork.push(station)
          expect(atWork.length).toBeLessThanOrEqual(most)
          await aMoment()
          atWork.splice(atWork.indexOf(station), 1)
          served += 1
          leave()
          leave()
        }
        await Promise.all(stations.map(take))
        expect(served).toBe(stations.length)
        expect(admission.crowd).toEqual({ atWork: 0, waiting: 0 })
      },
    ),
    { numRuns: 50 },
  )
})

it('who hangs up while waiting leaves the line, and nobody waits behind them', async () => {
  const admission = new Admission(1)
  const leave = await admission.enter('first', never)
  const hangsUp = new AbortController()
  const gone = admission.enter('gone', hangsUp.signal)
  const next = admission.enter('next', never)
  hangsUp.abort(new Error('hung up'))
  await expect(gone).rejects.toThrow('hung up')
  leave()
  await expect(next).resolves.toBeTypeOf('function')
  expect(admission.crowd).toEqual({ atWork: 1, waiting: 0 })
})
