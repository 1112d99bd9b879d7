import { afterEach, describe, expect, it } from 'vitest'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import { readWaiting } from '../../renderer/local/attachments.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { closeDesks, stands } from './made-desk.ts'
import { chief, clerk, colleague, settle, twoDesks } from './two-desks.ts'

afterEach(closeDesks)

const picture: Attachment = {
  digest: 'c'.repeat(64),
  mediaType: 'image/png',
  bytes: 900_000,
  name: '样例扫描件.png',
}

describe('two desks of one station without a line', () => {
  it('both work, on different cases, and have the same of each when the line returns', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    expect(await other.step(1, 'accept', colleague)).toEqual([])
    expect(await one.step(0, 'approve')).toEqual([])
    await settle(one, other)
    expect(await other.caseOf(0)).toMatchObject({ status: 'approved' })
    expect(await one.caseOf(1)).toMatchObject({ status: 'awaiting-approval' })
  })

  it('leave a case alone that the other one holds, and say whose it is', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    expect(await one.step(0, 'approve')).toEqual([])
    expect(await one.hold(0, 'claim', clerk)).toEqual([])
    await settle(one, other)
    expect(await other.step(0, 'print', colleague)).toEqual(['held-elsewhere'])
    expect(await other.step(0, 'print', clerk)).toEqual(['held-elsewhere'])
    expect(await one.step(0, 'print')).toEqual([])
  })

  it('cannot both take the same case: the one that the city hears later is told, and decides', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    await settle(one, other)
    expect(await one.hold(0, 'claim', clerk)).toEqual([])
    expect(await other.hold(0, 'claim', colleague)).toEqual([])
    await settle(one, other)
    expect(await other.caseOf(0)).toMatchObject({ holding: { name: clerk.name, device: 'D1' } })
    expect(await one.refused()).toEqual([])
    expect(await other.refused()).toHaveLength(1)
  })

  it('say of a sheet whether it came out where it was printed, or where the chief gave the case', async () => {
    const { one, other } = await twoDesks()
    for (const step of ['accept', 'approve', 'print']) expect(await one.step(0, step)).toEqual([])
    await settle(one, other)
    expect(await other.step(0, 'confirmSheet', colleague)).toEqual(['sheet-elsewhere'])
    expect(await other.hold(0, 'takeOver', colleague)).toEqual(['not-permitted'])
    expect(await other.hold(0, 'takeOver', chief, colleague)).toEqual([])
    expect(await other.step(0, 'confirmSheet', colleague)).toEqual([])
    await settle(one, other)
    expect(await one.caseOf(0)).toMatchObject({ status: 'issued', sheets: [{ outcome: 'issued' }] })
  })

  it('lose nothing when a chief takes a case over that the other desk goes on with offline', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    expect(await one.step(0, 'approve')).toEqual([])
    expect(await one.hold(0, 'claim', clerk)).toEqual([])
    await settle(one, other)
    expect(await other.hold(0, 'takeOver', chief, colleague)).toEqual([])
    expect(await other.step(0, 'print', colleague)).toEqual([])
    expect(await one.step(0, 'print')).toEqual([])
    await other.round()
    await settle(one, other)
    expect(await one.caseOf(0)).toMatchObject({ holding: { name: colleague.name, device: 'D2' } })
    expect(await one.refused()).toHaveLength(1)
    expect(await other.refused()).toEqual([])
  })

  it('both add the same picture: each still sends its own, and neither takes a receipt back', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    await settle(one, other)
    expect(await one.attach(0, picture, clerk)).toEqual([])
    expect(await other.attach(0, picture, colleague)).toEqual([])
    await settle(one, other)
    expect([await one.filesStand(), await other.filesStand()]).toEqual([['waiting'], ['waiting']])
    expect((await readWaiting(one.store)).ready).toHaveLength(1)
    await one.received(0, picture)
    expect(await other.attach(0, { ...picture, name: '样例再附.png' }, colleague)).toEqual([])
    await settle(one, other)
    expect(await one.filesStand()).toEqual(['received'])
  })

  it('know a picture that only the other one added as one that lies elsewhere', async () => {
    const { one, other } = await twoDesks()
    expect(await one.step(0, 'accept')).toEqual([])
    expect(await one.attach(0, picture, clerk)).toEqual([])
    await settle(one, other)
    expect([await one.filesStand(), await other.filesStand()]).toEqual([['waiting'], ['elsewhere']])
  })

  it('keep each clerk’s drafts where they were typed', async () => {
    const { one, other } = await twoDesks()
    const draft = {
      id: crypto.randomUUID(),
      owner: clerk.userId,
      caseType: 'migration-certificate-reissue',
      facts: {},
      typed: {},
      changedAt: instantOfTests,
    }
    await stands(one.store, { kind: 'draft-saved', draft })
    await settle(one, other)
    expect(await other.store.database.drafts.count()).toBe(0)
  })
})
