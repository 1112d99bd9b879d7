import type { DBCore, Middleware } from 'dexie'

/**
 * Taking a line out of the queue for the journal does not wait until the disk has it, unlike every other change: the line
 * stands in the journal by then, durably. If the power fails before the removal is on disk, the next opening finds the
 * line in the queue and appends it again, which changes nothing in a journal that has it. So a recorded step waits for
 * the disk twice, once for the database and once for the journal, instead of three times.
 */
export const queueEmptiedInPassing: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'queue emptied in passing',
  create: (core) => ({
    ...core,
    transaction: (tables, mode, options) =>
      core.transaction(tables, mode, isQueueAlone(tables) ? { durability: 'relaxed' } : options),
  }),
}

/** Lines are put into the queue together with what they tell of; alone it is only ever emptied. */
function isQueueAlone(tables: readonly string[]): boolean {
  return tables.length === 1 && tables[0] === 'journalQueue'
}
