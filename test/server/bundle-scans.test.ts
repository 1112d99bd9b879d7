import 'fake-indexeddb/auto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { mostScanBytesOfBundle } from '../../shared/sync/bundle.ts'
import { readUnreceived } from '../../renderer/local/attachments.ts'
import { useUploads } from '../../renderer/sync/upload-state.ts'
import { digestOf, makePdf } from '../builders/pictures.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { bothStores } from './city-under-test.ts'
import { acceptWith, answerIn, beginScanDays, scanStates } from './scan-days.ts'

describe.each(bothStores)('scans by stick, the city on %s', (_name, openCity) => {
  const days = beginScanDays(openCity)

  it('they lie on it with their case, and are received once the answer is here; the city has each whole', async () => {
    const desk = await days.offlineDesk()
    const pictures = [days.somePicture(), days.somePicture()]
    await acceptWith(desk, 0, pictures)
    expect(await desk.handOver()).toMatchObject({ ok: true, value: { count: 2, scans: 2, scansLeft: 0 } })
    expect(await scanStates(desk)).toEqual(['waiting on 1', 'waiting on 1'])
    const { path, scansReceived, scansRefused } = await days.take(desk)
    expect([scansReceived, scansRefused]).toEqual([2, 0])
    expect(await scanStates(desk)).toEqual(['waiting on 1', 'waiting on 1'])
    const scans = { received: 2, refused: 0, reasons: [] }
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { accepted: 2, scans } })
    expect(await scanStates(desk)).toEqual(['received', 'received'])
    expect(await days.storedOf(desk)).toEqual(pictures.map(digestOf).sort())
    for (const bytes of pictures)
      expect(await readFile(join(days.folderOf(desk), digestOf(bytes)))).toEqual(bytes)
  })

  it('the same stick twice gets the same answer, and the city has each once', async () => {
    const desk = await days.offlineDesk()
    await acceptWith(desk, 0, [days.somePicture()])
    await desk.handOver()
    const [first, second] = [await days.take(desk), await days.take(desk)]
    expect([first.again, second.again]).toEqual([false, true])
    const answers = [await answerIn(desk, first.path), await answerIn(desk, second.path)]
    expect(answers[0]?.attachments).toMatchObject([{ outcome: 'received' }])
    expect(answers[1]?.attachments).toEqual(answers[0]?.attachments)
    const [row] = await days.base.city.database.query<{ count: number }>(
      'select count(*)::integer as count from attachments where station = $1',
      [desk.station.code],
    )
    expect(row?.count).toBe(1)
    expect(await days.storedOf(desk)).toHaveLength(1)
  })

  it('the answer of a city of before marks none received: they wait, and the next stick carries them', async () => {
    const desk = await days.offlineDesk()
    await acceptWith(desk, 0, [days.somePicture()])
    await desk.handOver()
    const { path } = await days.take(desk)
    expect(await desk.takeIn(await days.answerOfBefore(desk, path))).toMatchObject({ value: { accepted: 2 } })
    expect(await scanStates(desk)).toEqual(['waiting'])
    expect(await desk.store.database.outbox.count()).toBe(0)
    expect(await desk.handOver()).toMatchObject({ ok: true, value: { n: 2, count: 0, scans: 1 } })
    expect(await scanStates(desk)).toEqual(['waiting on 2'])
  })

  it('an answer that comes twice, or after the line brought the receipt, changes nothing', async () => {
    const desk = await days.offlineDesk()
    await acceptWith(desk, 0, [days.somePicture()])
    await desk.handOver()
    const { path } = await days.take(desk)
    await desk.takeIn(path)
    const lines = desk.journal.lines.length
    const none = { received: 0, refused: 0, reasons: [] }
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { accepted: 0, scans: none } })
    expect(desk.journal.lines).toHaveLength(lines)
    expect(await scanStates(desk)).toEqual(['received'])
    await acceptWith(desk, 1, [days.somePicture()])
    await desk.handOver()
    const second = await days.take(desk)
    const [open] = await readUnreceived(desk.store)
    const { digest, caseId } = must(open, 'a scan waits')
    await desk.store.write(() => ({ kind: 'attachment-received', digest, caseId, at: instantOfTests }))
    expect(await desk.takeIn(second.path)).toMatchObject({ ok: true, value: { accepted: 2, scans: none } })
    expect(await scanStates(desk)).toEqual(['received', 'received'])
  })

  it('a late answer without a word on a scan leaves it said to lie on the later stick', async () => {
    const desk = await days.offlineDesk()
    await acceptWith(desk, 0, [days.somePicture()])
    await desk.handOver()
    const { path } = await days.take(desk)
    await desk.handOver()
    await desk.takeIn(await days.answerOfBefore(desk, path))
    expect(await scanStates(desk)).toEqual(['waiting on 2'])
    expect((await days.take(desk)).scansReceived).toBe(1)
  })

  it('a stick that is lost costs nothing: the next one carries them again', async () => {
    const desk = await days.offlineDesk()
    const pictures = [days.somePicture(), days.somePicture()]
    await acceptWith(desk, 0, pictures.slice(0, 1))
    await desk.handOver()
    await acceptWith(desk, 1, pictures.slice(1))
    expect(await desk.handOver()).toMatchObject({ ok: true, value: { n: 2, count: 4, scans: 2 } })
    const { path } = await days.take(desk)
    await desk.takeIn(path)
    expect(await scanStates(desk)).toEqual(['received', 'received'])
    expect(await days.storedOf(desk)).toEqual(pictures.map(digestOf).sort())
  })

  it('what finds no room goes on the next stick, which begins with it', async () => {
    const desk = await days.offlineDesk()
    const third = Math.ceil(mostScanBytesOfBundle / 3) + 1
    const large = [1, 2, 3, 4, 5].map((n) => makePdf(n, third))
    await acceptWith(desk, 0, large)
    const firstOut = await desk.handOver()
    expect(firstOut).toMatchObject({ ok: true, value: { count: 2, scans: 2, scansLeft: 3 } })
    const first = await desk.lastFile()
    expect(await desk.handOver()).toMatchObject({ ok: true, value: { count: 2, scans: 2, scansLeft: 3 } })
    expect(await scanStates(desk)).toEqual([
      'waiting',
      'waiting on 1',
      'waiting on 1',
      'waiting on 2',
      'waiting on 2',
    ])
    for (const file of [first, await desk.lastFile()]) await desk.takeIn((await days.take(desk, file)).path)
    expect(await desk.handOver()).toMatchObject({ ok: true, value: { count: 0, scans: 1, scansLeft: 0 } })
    await desk.takeIn((await days.take(desk)).path)
    expect(await scanStates(desk)).toEqual(Array.from({ length: 5 }, () => 'received'))
    expect(await days.storedOf(desk)).toEqual(large.map(digestOf).sort())
  })

  it('a scan whose file the machine lost holds up none of the others, and is named for a new one', async () => {
    const desk = await days.offlineDesk()
    const [kept, gone] = [days.somePicture(), days.somePicture()]
    const naming = await acceptWith(desk, 0, [gone, kept])
    await desk.attachments.settle([digestOf(kept)])
    expect(await desk.handOver()).toMatchObject({ ok: true, value: { scans: 1, scansLeft: 0 } })
    const row = await desk.store.database.actions.get(naming)
    expect([...useUploads.getState().lost]).toEqual([[digestOf(gone), row?.caseId]])
    expect((await days.take(desk)).scansReceived).toBe(1)
    expect(await scanStates(desk)).toEqual(['waiting', 'waiting on 1'])
  })

  it('what the line left half of, a stick brings whole', async () => {
    const desk = await days.offlineDesk()
    const bytes = days.somePicture()
    await acceptWith(desk, 0, [bytes])
    await desk.handOver()
    const folder = days.folderOf(desk)
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${digestOf(bytes)}.part`), Buffer.alloc(bytes.length - 9, 'x'))
    expect((await days.take(desk)).scansReceived).toBe(1)
    expect(await days.storedOf(desk)).toEqual([digestOf(bytes)])
    expect(await readFile(join(folder, digestOf(bytes)))).toEqual(bytes)
  })
})
