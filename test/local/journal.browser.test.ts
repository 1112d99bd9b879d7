import { Dexie } from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { tableNames } from '../../renderer/local/database.ts'
import type { Entry } from '../../renderer/local/entry.ts'
import { instantOfTests, makeStation, reissueActions } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import {
  closeDesks,
  firstOf,
  makeDesk,
  openStore,
  rebuildStore,
  record,
  stands,
  walk,
  type MadeDesk,
} from './made-desk.ts'
import { makeResidents } from './made-residents.ts'

afterEach(closeDesks)

function draft(id: string): Entry {
  const facts = { lossStatement: '写到一半' }
  const caseType = 'migration-certificate-reissue'
  return {
    kind: 'draft-saved',
    draft: { id, owner: 'clerk', caseType, facts, typed: {}, changedAt: instantOfTests },
  }
}

/** A day at the counter that leaves an entry of every kind in the journal. */
async function workADay(): Promise<MadeDesk> {
  const desk = await makeDesk(4, () => ({ records: makeResidents(300) }))
  const { store, station } = desk
  await stands(store, { kind: 'imported', package: (await packageOf(desk)).package })
  const actions = [...walk(desk, 0), ...walk(desk, 1, 2)]
  await record(store, actions)
  await stands(store, { kind: 'sending', ids: actions.map(({ id }) => id), at: instantOfTests })
  const verdicts = walk(desk, 0).map(({ id }, at) => ({
    id,
    outcome: 'accepted' as const,
    order: at + 1,
    receipt: `受${at + 1}`,
  }))
  const refusals = [{ code: 'no', message: '原证已经在别处作废。' }]
  const [refusedOne, openOne] = walk(desk, 1).map(({ id }) => ({ id, outcome: 'refused' as const, refusals }))
  await stands(store, {
    kind: 'answered',
    verdicts: [...verdicts, must(refusedOne, 'a walk'), must(openOne, 'a walk')],
  })
  await stands(store, { kind: 'refusal-closed', id: must(refusedOne, 'a walk').id, by: '样例所长', note: '已告知', at: instantOfTests })
  const elsewhere = reissueActions({ station, n: 2 }).map((action, at) => ({ action, order: at + 6, receipt: `受${at + 6}` }))
  await stands(store, { kind: 'handed-out', actions: elsewhere, upTo: 10 })
  const [kept, dropped] = [crypto.randomUUID(), crypto.randomUUID()]
  await stands(store, draft(kept))
  await stands(store, draft(dropped))
  await stands(store, { kind: 'draft-dropped', id: dropped })
  await stands(store, { kind: 'setting-saved', name: 'printer', value: { name: 'LQ-730K', offset: [0.5, -1] } })
  return desk
}
