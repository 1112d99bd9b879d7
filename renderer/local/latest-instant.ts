import type { Readable } from './read.ts'

/** Row of `meta` with the latest instant under any action that is known here, own and handed out. */
export const latestInstantMark = 'latest-instant'

/** ISO 8601 in UTC; undefined before the first action. */
export async function readLatestInstant({
  database,
}: Pick<Readable, 'database'>): Promise<string | undefined> {
  const row = await database.meta.get(latestInstantMark)
  return typeof row?.value === 'string' ? row.value : undefined
}
