import type { ActionRow, DeskDatabase, OutboxRow } from './database.ts'

/**
 * Rows that lie side by side, by one request: to the browser's database every single look costs as much as a list. What is
 * missing from the list is asked for by name.
 */
async function readTogether<Row extends { readonly id: string }>(
  ids: readonly string[],
  list: PromiseLike<Row[]>,
  byName: (ids: string[]) => PromiseLike<(Row | undefined)[]>,
): Promise<(Row | undefined)[]> {
  const rows = new Map((await list).map((row) => [row.id, row]))
  const missing = ids.filter((id) => !rows.has(id))
  if (missing.length > 0) for (const row of await byName(missing)) if (row) rows.set(row.id, row)
  return ids.map((id) => rows.get(id))
}

/** Rows of the outbox, in the order of the ids: what is sent and answered is nearly always the oldest of it, or next to that. */
export function outboxRows(
  { outbox }: Pick<DeskDatabase, 'outbox'>,
  ids: readonly string[],
): Promise<(OutboxRow | undefined)[]> {
  const oldest = outbox.orderBy('place').limit(2 * ids.length)
  return readTogether(ids, oldest.toArray(), (missing) => outbox.bulkGet(missing))
}

/** Which of these actions wait in the outbox, by its keys alone. */
export async function waitingIds(
  { outbox }: Pick<DeskDatabase, 'outbox'>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const oldest = new Set(
    await outbox
      .orderBy('place')
      .limit(2 * ids.length)
      .primaryKeys(),
  )
  const missing = ids.filter((id) => !oldest.has(id))
  for (const row of missing.length > 0 ? await outbox.bulkGet(missing) : []) if (row) oldest.add(row.id)
  return oldest
}

/** The actions of rows that carry their places, in the order of the rows; between the places of own steps lie few others. */
export function actionRows(
  { actions }: Pick<DeskDatabase, 'actions'>,
  rows: readonly { readonly id: string; readonly place: number }[],
): Promise<(ActionRow | undefined)[]> {
  if (rows.length === 0) return Promise.resolve([])
  const places = rows.map(({ place }) => place)
  const between = actions.where('place').between(Math.min(...places), Math.max(...places), true, true)
  const ids = rows.map(({ id }) => id)
  return readTogether(ids, between.limit(2 * rows.length).toArray(), (missing) => actions.bulkGet(missing))
}
