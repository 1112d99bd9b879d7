import { afterEach, expect } from 'vitest'
import type { Action } from '../../shared/cases/action.ts'
import { madeCodec } from './made-codec.ts'
import type { DeskStore } from '../../renderer/local/desk-store.ts'
import { openCase } from '../../renderer/local/read.ts'
import { Register } from '../../renderer/local/register.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { describeActionLog, type ActionLog, type LogStart, type LogVerdict } from '../log/action-log-suite.ts'
import { closeDesks, importOf, openStore, stands } from './made-desk.ts'
import { makeMemoryJournal } from './memory-journal.ts'

afterEach(closeDesks)

async function openLog({ station, records }: LogStart): Promise<ActionLog> {
  const { store } = await openStore(`log-${crypto.randomUUID()}`, makeMemoryJournal())
  await stands(store, importOf(station, records))
  return {
    file: async (actions) => {
      const verdicts: LogVerdict[] = []
      for (const action of actions) verdicts.push(await fileOne(store, action))
      return verdicts
    },
    cases: async () => Promise.all((await store.database.cases.toArray()).map((row) => openCase(store, row))),
    records: (keys) => readRecords(store, keys),
    actionIds: async () => (await store.database.actions.orderBy('place').toArray()).map(({ id }) => id),
  }
}

/** An action that stands already is accepted again: the desk says "recorded before", and changes nothing. */
async function fileOne(store: DeskStore, action: Action): Promise<LogVerdict> {
  const written = await store.write(() => ({ kind: 'recorded', action }))
  const stands = written.ok || written.refusals.some(({ code }) => code === 'already-recorded')
  return { id: action.id, outcome: stands ? 'accepted' : 'refused' }
}

/** What rests on disk, which must also be what the running program believes. */
async function readRecords(store: DeskStore, keys: readonly string[]): Promise<RegisterRecord[]> {
  const resting = await Register.load(store.database, madeCodec)
  const records = [...resting.view(keys).values()]
  expect([...store.register.view(keys).values()]).toEqual(records)
  return records
}

describeActionLog('Dexie in Chromium', openLog)
