import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { openAction, openReceipt } from '../../renderer/local/read.ts'
import { deliveryOf, readSendMarks } from '../../renderer/local/send-marks.ts'
import { reissueActions } from '../builders/reissues.ts'
import { addStation, send } from './city-under-test.ts'
import { beginStickDays, everyOne, filedIds, here, offlineDesk, outcomes, taken, work } from './stick-days.ts'

beginStickDays()

describe('a day’s work goes by stick', () => {
  it('is filed once, and each step has the receipt that the city gave', async () => {
    const desk = await offlineDesk()
    const ids = [...(await work(desk, 0)), ...(await work(desk, 1))]
    expect(await desk.handOver()).toMatchObject({ ok: true, value: { n: 1, count: 10 } })
    const rows = await desk.store.database.outbox.toArray()
    expect(rows.map(({ bundle }) => bundle)).toEqual(everyOne(ids, 1))
    const { path } = await taken(desk)
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { accepted: 10, refused: 0 } })
    expect(await filedIds(desk)).toEqual(ids)
    expect(await outcomes(desk, ids)).toEqual(everyOne(ids, 'received'))
    expect(await desk.store.database.outbox.count()).toBe(0)
    expect(await desk.store.database.pending.count()).toBe(0)
  })

  it('brings back what the city filed for the station meanwhile', async () => {
    const desk = await offlineDesk()
    const elsewhere = reissueActions({ station: desk.station, n: 1 }).slice(0, 2)
    await send(here.base.app, desk.station, elsewhere)
    await desk.handOver()
    const { path } = await taken(desk)
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { accepted: 0, handedOut: 2 } })
    const row = await desk.store.database.actions.get(must(elsewhere[0], 'an action').id)
    expect(row && (await openAction(desk.store, row)).caseId).toBe(elsewhere[0]?.caseId)
  })

  it('a refusal comes back with its reasons and stays on the desk', async () => {
    const station = await addStation(here.base.city, 2)
    const [first, second] = [await offlineDesk(2, station), await offlineDesk(2, station)]
    await work(first, 0)
    const lost = reissueActions({ station, n: 0 }).map((action) => ({ ...action, id: crypto.randomUUID() }))
    const other = crypto.randomUUID()
    for (const action of lost)
      await second.store.write(() => ({ kind: 'recorded', action: { ...action, caseId: other } }))
    await first.handOver()
    await taken(first)
    await second.handOver()
    const { path } = await taken(second)
    const back = await second.takeIn(path)
    expect(back).toMatchObject({ ok: true, value: { handedOut: 5 } })
    const open = await second.store.database.receipts.where('open').equals(1).toArray()
    expect(open.length).toBeGreaterThan(0)
    const { refusals } = await openReceipt(second.store, must(open[0], 'a refusal'))
    expect(refusals[0]?.message).toMatch(/\p{Script=Han}/u)
  })

  it('the same bundle taken twice gets the same verdicts and the same hand-outs', async () => {
    const desk = await offlineDesk()
    await work(desk, 0)
    await desk.handOver()
    const first = await taken(desk)
    await send(here.base.app, desk.station, reissueActions({ station: desk.station, n: 1 }).slice(0, 1))
    const second = await taken(desk)
    expect([first.again, second.again]).toEqual([false, true])
    expect(await desk.takeIn(second.path)).toMatchObject({ ok: true, value: { accepted: 5, handedOut: 5 } })
    expect(await filedIds(desk)).toHaveLength(6)
  })

  it('an answer that comes twice, or after the line did the work, changes nothing', async () => {
    const desk = await offlineDesk()
    const ids = await work(desk, 0)
    await desk.handOver()
    const { path } = await taken(desk)
    await desk.takeIn(path)
    const lines = desk.journal.lines.length
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { accepted: 0, handedOut: 0 } })
    expect(desk.journal.lines).toHaveLength(lines)
    expect(await outcomes(desk, ids)).toEqual(everyOne(ids, 'received'))
  })

  it('a refusal that somebody closed is not opened again by an old answer', async () => {
    const desk = await offlineDesk()
    const [accept] = reissueActions({ station: desk.station, n: 0 })
    const action = {
      ...must(accept, 'a first step'),
      by: { ...desk.station.clerk, role: 'inspector' as const },
    }
    await desk.store.write(() => ({ kind: 'recorded', action: must(accept, 'a first step') }))
    // The city has the same id with another content already.
    await send(here.base.app, desk.station, [action])
    await desk.handOver()
    const { path } = await taken(desk)
    await desk.takeIn(path)
    const closed = { id: action.id, by: '乌云样', note: '已核对', at: '2026-03-10T02:00:00.000Z' }
    await desk.store.write(() => ({ kind: 'refusal-closed', ...closed }))
    await desk.takeIn(path)
    expect(await desk.store.database.receipts.where('open').equals(1).count()).toBe(0)
  })

  it('what the line takes first is no longer said to lie on the stick', async () => {
    const desk = await offlineDesk()
    const ids = await work(desk, 0)
    await desk.handOver()
    const [, second] = await desk.store.database.outbox.orderBy('place').toArray()
    const upTo = must(second, 'two wait').place
    await desk.store.write(() => ({ kind: 'sent-up-to', upTo, at: '2026-03-10T02:00:00.000Z' }))
    const marks = await readSendMarks(desk.store.database)
    const rows = await desk.store.database.outbox.orderBy('place').toArray()
    expect(rows.map((row) => deliveryOf(row, undefined, marks))).toEqual(
      ids.map((_, at) => (at < 2 ? 'sent' : 'on-stick')),
    )
  })

  it('nor what an older program marked action by action', async () => {
    const desk = await offlineDesk()
    const ids = await work(desk, 0)
    await desk.handOver()
    await desk.store.write(() => ({ kind: 'sending', ids, at: '2026-03-10T02:00:00.000Z' }))
    const rows = await desk.store.database.outbox.toArray()
    expect(rows.every(({ bundle, sentAt }) => bundle === undefined && sentAt !== undefined)).toBe(true)
  })
})
