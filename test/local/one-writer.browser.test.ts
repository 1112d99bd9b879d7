import { afterEach, describe, expect, it, vi } from 'vitest'
import { tableNames, type TableName } from '../../renderer/local/database.ts'
import type { DeskStore } from '../../renderer/local/desk-store.ts'
import type { Draft } from '../../renderer/local/entry.ts'
import { openDraft, readCase } from '../../renderer/local/read.ts'
import { foldInMemory } from '../log/reference-fold.ts'
import { makeRegister } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import { closeDesks, firstOf, getCase, makeDesk, record, stands, walk, type MadeDesk } from './made-desk.ts'

afterEach(closeDesks)

/** Makes every put into a table fail while `work` runs, as a full disk would. */
async function withFullDisk(store: DeskStore, table: TableName, work: () => Promise<void>): Promise<void> {
  const fail = () => {
    throw new DOMException(`no room for ${table}`, 'QuotaExceededError')
  }
  const { hook } = store.database.table(table)
  hook('creating', fail)
  hook('updating', fail)
  await work().finally(() => {
    hook('creating').unsubscribe(fail)
    hook('updating').unsubscribe(fail)
  })
}

/** All that the desk holds: every table, the register in memory, and the journal. */
async function standOf({ store, journal }: MadeDesk) {
  return {
    tables: await dumpOf(store.database),
    register: [...store.register.all()],
    lines: journal.lines.length,
  }
}

const tablesOfAStep: readonly TableName[] = ['actions', 'cases', 'records', 'outbox', 'journalQueue', 'meta']

describe('the one writer', () => {
  it.each(tablesOfAStep)(
    'lets an action, its folded case and its outbox row stand together or not at all, when %s has no room',
    async (table) => {
      const desk = await makeDesk()
      const [accept, approve, print, ...rest] = walk(desk)
      if (!accept || !approve || !print) throw new Error('a walk begins with accept, approve, print')
      await record(desk.store, [accept, approve])
      const before = await standOf(desk)
      await withFullDisk(desk.store, table, async () => {
        await expect(desk.store.write(() => ({ kind: 'recorded', action: print }))).rejects.toThrow(/no room/)
      })
      expect(await standOf(desk)).toEqual(before)
      await record(desk.store, [print, ...rest])
      const folded = foldInMemory(makeRegister(desk.station, 2), [accept, approve, print, ...rest])
      expect(await getCase(desk.store, accept)).toEqual(folded.cases.get(accept.caseId))
    },
  )

  it('puts action, case and outbox row down in one step, and the journal line after', async () => {
    const desk = await makeDesk()
    const accept = firstOf(walk(desk))
    await record(desk.store, [accept])
    const tables = await dumpOf(desk.store.database)
    expect(tables['actions']).toMatchObject([{ id: accept.id, caseId: accept.caseId }])
    expect(tables['cases']).toMatchObject([{ id: accept.caseId, version: 1, status: 'awaiting-approval' }])
    expect(tables['outbox']).toMatchObject([{ id: accept.id, caseId: accept.caseId }])
    expect(tables['journalQueue']).toEqual([])
    expect(desk.journal.lines.map(({ n }) => n)).toEqual([1, 2])
  })

  it('waits for the disk with all that it writes; only the queue, whose line stands in the journal, is emptied in passing', async () => {
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction')
    const desk = await makeDesk()
    begun.mockClear()
    await record(desk.store, [firstOf(walk(desk))])
    const written = begun.mock.calls.filter(([, mode]) => mode === 'readwrite')
    begun.mockRestore()
    expect(written.map(([tables, , how]) => [[tables].flat().length, how?.durability])).toEqual([
      [tableNames.length, 'strict'],
      [1, 'relaxed'],
    ])
    expect(written.at(-1)?.[0]).toEqual(['journalQueue'])
  })

  it('leaves every table as it was after a refusal', async () => {
    const desk = await makeDesk()
    const [accept, approve] = walk(desk)
    if (!accept || !approve) throw new Error('a walk begins with accept and approve')
    await record(desk.store, [accept])
    const before = await standOf(desk)
    const ownCase = await desk.store.write(() => ({
      kind: 'recorded',
      action: { ...approve, by: accept.by },
    }))
    const twice = await desk.store.write(() => ({ kind: 'recorded', action: accept }))
    expect([ownCase.ok, twice.ok]).toEqual([false, false])
    expect(await standOf(desk)).toEqual(before)
  })

  it('leaves every table as it was after an entry that is none', async () => {
    const desk = await makeDesk()
    const accept = firstOf(walk(desk))
    const before = await standOf(desk)
    await expect(
      desk.store.write(() => ({ kind: 'recorded', action: { ...accept, id: 'not an id' } })),
    ).rejects.toThrow()
    await expect(desk.store.write(() => Promise.reject(new Error('the form fell over')))).rejects.toThrow(
      'fell over',
    )
    expect(await standOf(desk)).toEqual(before)
    await record(desk.store, [accept])
  })

  it('writes one entry after the other, however many come at once', async () => {
    const desk = await makeDesk(6)
    const walks = Array.from({ length: 6 }, (_, n) => walk(desk, n)).flat()
    await Promise.all(walks.map((action) => stands(desk.store, { kind: 'recorded', action })))
    expect(desk.journal.lines.map(({ n }) => n)).toEqual(Array.from({ length: 31 }, (_, at) => at + 1))
    const outbox = await desk.store.database.outbox.orderBy('place').toArray()
    expect(outbox.map(({ id }) => id)).toEqual(walks.map(({ id }) => id))
  })

  it('takes the draft away in the same step that makes an action of it', async () => {
    const desk = await makeDesk()
    const accept = firstOf(walk(desk))
    await stands(desk.store, { kind: 'draft-saved', draft: draftOf('clerk-a', crypto.randomUUID()) })
    const kept = firstOf(await desk.store.database.drafts.toArray())
    await withFullDisk(desk.store, 'cases', async () => {
      await expect(
        desk.store.write(() => ({ kind: 'recorded', action: accept, draftId: kept.id })),
      ).rejects.toThrow(/no room/)
    })
    expect(await desk.store.database.drafts.toArray()).toEqual([kept])
    await stands(desk.store, { kind: 'recorded', action: accept, draftId: kept.id })
    expect(await desk.store.database.drafts.toArray()).toEqual([])
    expect(await readCase(desk.store, accept.caseId)).toBeDefined()
  })
})

function draftOf(owner: string, id: string): Draft {
  return {
    id,
    owner,
    caseType: 'migration-certificate-reissue',
    facts: { lossStatement: `${owner}写到一半` },
    typed: { issuedOn: '2026-0' },
    changedAt: '2026-03-10T01:00:00.000Z',
  }
}

describe('drafts', () => {
  it('are private to their owner', async () => {
    const { store } = await makeDesk()
    const [mine, theirs] = [draftOf('clerk-a', crypto.randomUUID()), draftOf('clerk-b', crypto.randomUUID())]
    for (const draft of [mine, theirs]) await stands(store, { kind: 'draft-saved', draft })
    const found = await store.database.drafts.where('owner').equals('clerk-a').toArray()
    expect(await Promise.all(found.map((row) => openDraft(store, row)))).toEqual([mine])
    const other = await store.database.drafts.where('owner').equals('clerk-b').toArray()
    expect(await Promise.all(other.map((row) => openDraft(store, row)))).toEqual([theirs])
  })

  it('keep half-typed text as typed, and show nothing of it outside the sealed bytes', async () => {
    const { store } = await makeDesk()
    const draft = draftOf('clerk-a', crypto.randomUUID())
    await stands(store, { kind: 'draft-saved', draft })
    const row = firstOf(await store.database.drafts.toArray())
    expect(Object.keys(row).sort()).toEqual(['changedAt', 'id', 'owner', 'sealed'])
    expect((await openDraft(store, row)).typed).toEqual({ issuedOn: '2026-0' })
  })
})
