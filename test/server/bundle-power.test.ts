import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { readLeaseRequests, readLeases } from '../../renderer/local/read-leases.ts'
import { addStation } from './city-under-test.ts'
import { beginStickDays, everyOne, here, offlineDesk, outcomes, taken, work } from './stick-days.ts'

beginStickDays()

/** Moments at which the program waits while it exports or imports; more than there are. */
const mostMoments = 60

describe('the power fails', () => {
  it('at any await of an export: what has its name on the stick is marked, and nothing is lost', async () => {
    const station = await addStation(here.base.city, 1)
    let cuts = 0
    for (let moments = 0; moments < mostMoments; moments += 1) {
      const desk = await offlineDesk(1, station)
      await work(desk, 0, 2)
      desk.powerFailsAfter(moments)
      const done = await desk.handOver().catch(() => undefined)
      if (!done) {
        cuts += 1
        await desk.startAgain()
      }
      const named = (await desk.files()).length > 0
      const rows = await desk.store.database.outbox.toArray()
      expect(rows).toHaveLength(2)
      if (named) expect(rows.map(({ bundle }) => bundle)).toEqual([1, 1])
      if (done) break
    }
    expect(cuts).toBeGreaterThan(8)
  })

  it('at any await of an import: the rest is taken in the next time, once', async () => {
    let cuts = 0
    for (let moments = 0; moments < mostMoments * 4; moments += 5) {
      const desk = await offlineDesk(1)
      const ids = await work(desk, 0)
      await desk.handOver()
      const { path } = await taken(desk)
      desk.powerFailsAfter(moments)
      const done = await desk.takeIn(path).catch(() => undefined)
      // What is looked at afterwards is not cut.
      desk.powerFailsAfter(Number.POSITIVE_INFINITY)
      if (!done) {
        cuts += 1
        await desk.startAgain()
        expect(await desk.takeIn(path)).toMatchObject({ ok: true })
      }
      expect(await outcomes(desk, ids)).toEqual(everyOne(ids, 'received'))
      expect(await desk.store.database.outbox.count()).toBe(0)
      expect(await desk.store.database.pending.count()).toBe(0)
      expect(await readLeaseRequests(desk.store)).toEqual([])
      expect((await readLeases(desk.store)).some(({ device }) => device === desk.device)).toBe(true)
      desk.close()
      if (done) break
    }
    expect(cuts).toBeGreaterThan(3)
  })
})
