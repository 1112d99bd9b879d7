import { afterEach, describe, expect, it } from 'vitest'
import { refused } from '../../shared/base/outcome.ts'
import { sendActionsSchema } from '../../shared/sync/messages.ts'
import { unpack } from '../../shared/sync/packed/unpack.ts'
import { mostPackedDown } from '../../shared/sync/packed-messages.ts'
import { openSignatures, readWaiting } from '../../renderer/local/read.ts'
import { recordAction, type SignActions } from '../../renderer/local/record-action.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { pushOldest } from '../../renderer/sync/push.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { closeDesks, firstOf, makeDesk, openStore, rebuildStore, walk, type MadeDesk } from './made-desk.ts'

afterEach(closeDesks)

const chance = { id: () => crypto.randomUUID(), now: () => instantOfTests }

async function takeFirst(desk: MadeDesk, sign: SignActions, draftId?: string) {
  const { caseType, caseId, step, facts, by, station } = firstOf(walk(desk))
  const { number: _, ...asked } = facts
  const draft = draftId === undefined ? {} : { draftId }
  return recordAction(
    desk.store,
    chance,
    { caseType, caseId, step, facts: asked, by, station, device: 'D1', ...draft },
    sign,
  )
}

const authorsOf = ({ station }: MadeDesk) => new MadeAuthors(station.code, 'D1')
const signaturesOf = async (store: MadeDesk['store']) => openSignatures(store, await readWaiting(store, 10))

describe('a step and the signature of whoever takes it', () => {
  it('stand together, go to the city together, and come back together from the journal', async () => {
    const desk = await makeDesk()
    const authors = authorsOf(desk)
    const taken = await takeFirst(desk, authors.sign)
    if (!taken.ok) throw new Error(firstOf(taken.refusals).code)
    const signature = authors.signatureOf(taken.value)
    expect(await signaturesOf(desk.store)).toEqual([signature])
    desk.store.close()
    const { store } = await rebuildStore(desk.name, desk.journal)
    expect(await signaturesOf(store)).toEqual([signature])
    const sent: unknown[] = []
    const line: LinePort = {
      exchange: async (_method, _path, body) => {
        sent.push(
          typeof body === 'string' ? JSON.parse(body) : unpack(body ?? new Uint8Array(), mostPackedDown),
        )
        return { kind: 'no-line', reason: 'cut' }
      },
    }
    const sender = { station: desk.station.code, device: 'D1', now: () => instantOfTests }
    await pushOldest(store, line, { ...sender, protocol: 3 })
    // After a cut the signature is still there; a city of before is not troubled with it.
    await pushOldest(store, line, { ...sender, protocol: 3 })
    await pushOldest(store, line, { ...sender, protocol: 2 })
    const messages = sent.map((message) => sendActionsSchema.parse(message))
    expect(messages.map(({ signatures }) => signatures)).toEqual([[signature], [signature], undefined])
  })

  it('leave nothing when the machine does not sign, and the clerk keeps the draft', async () => {
    const desk = await makeDesk()
    const draft = { id: 'd1', owner: 'u1', caseType: '', facts: {}, typed: {}, changedAt: instantOfTests }
    await desk.store.write(() => ({ kind: 'draft-saved', draft }))
    const before = await desk.journal.last()
    const no: SignActions = async () =>
      refused({ code: 'locked', message: '本机已锁定，没有执行。请先登录。' })
    expect(await takeFirst(desk, no, 'd1')).toMatchObject({ ok: false, refusals: [{ code: 'locked' }] })
    expect(await desk.store.database.outbox.count()).toBe(0)
    expect(await desk.store.database.actions.count()).toBe(0)
    expect(await desk.store.database.drafts.count()).toBe(1)
    expect(await desk.journal.last()).toBe(before)
    expect((await takeFirst(desk, authorsOf(desk).sign, 'd1')).ok).toBe(true)
  })

  it('leave nothing when the program ends between the two', async () => {
    const desk = await makeDesk()
    const before = await desk.journal.last()
    const asked = new Promise<void>((resolve) => {
      void takeFirst(desk, () => {
        resolve()
        return new Promise(() => undefined)
      })
    })
    await asked
    desk.store.close()
    const { store } = await openStore(desk.name, desk.journal)
    expect(await store.database.actions.count()).toBe(0)
    expect(await store.database.outbox.count()).toBe(0)
    expect(await desk.journal.last()).toBe(before)
  })
})
