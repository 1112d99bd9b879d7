import { actionVersion, type Action } from '../../shared/cases/action.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import type { DeskStore } from './desk-store.ts'
import { openAction } from './read.ts'

/**
 * Whether an upgrade made this program understand what the city handed out before and it could not apply: a newer
 * shape, a new case type, a new step. Folding the journal anew applies it in its own place. Only a complete journal
 * may be folded anew.
 */
export async function understandsMoreNow(store: DeskStore): Promise<boolean> {
  const marks = await store.database.meta.where('name').startsWith('unapplied:').toArray()
  const unknown = marks.filter(
    ({ value }) => Array.isArray(value) && value.some((code) => notKnown.has(code)),
  )
  if (unknown.length === 0 || !(await isJournalComplete(store))) return false
  const rows = await store.database.actions.bulkGet(
    unknown.map(({ name }) => name.slice('unapplied:'.length)),
  )
  const actions = await Promise.all(rows.flatMap((row) => (row ? [openAction(store, row)] : [])))
  return actions.some(isKnown)
}

/** Codes of `applyAction` that say that the program is too old, and not that the step does not fit. */
const notKnown: ReadonlySet<unknown> = new Set(['newer-version', 'no-such-case-type', 'no-such-step'])

function isKnown({ caseType, step, version }: Action): boolean {
  return version <= actionVersion && findCaseType(caseType)?.steps[step] !== undefined
}

async function isJournalComplete({ database, journal }: DeskStore): Promise<boolean> {
  const row = await database.meta.get('sequence')
  return (await database.journalQueue.count()) === 0 && row?.value === (await journal.last())
}
