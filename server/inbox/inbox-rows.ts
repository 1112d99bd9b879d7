import { z } from 'zod'
import type { Queries } from '../database/database.ts'

/** A message that waits to be judged; `digest` tells it from others of its station: the SHA-256 of `gzipped`, in hexadecimal. */
export const keptMessageSchema = z.object({
  digest: z.string(),
  /** ISO 8601 instant in UTC at which it came. */
  at: z.string(),
  /** Its JSON or its packed bytes, gzipped: once, for the base and for the journal. */
  gzipped: z.base64(),
})
export type KeptMessage = z.infer<typeof keptMessageSchema>

/** Puts messages behind those that wait already; one that lies there stays where it is, and if it was put aside stands in line again. */
export async function putKept(
  queries: Queries,
  station: string,
  messages: readonly KeptMessage[],
): Promise<void> {
  for (const { digest, at, gzipped } of messages)
    await queries.query(
      `insert into inbox (station, digest, kept_at, message) values ($1, $2, $3, $4)
       on conflict (station, digest) do update
       set message = excluded.message, kept_at = excluded.kept_at, put_aside_at = null
       where inbox.put_aside_at is not null`,
      [station, digest, at, Buffer.from(gzipped, 'base64')],
    )
}

/** Whether messages of the station stand in line to be judged. */
export async function hasKept(queries: Queries, station: string): Promise<boolean> {
  const rows = await queries.query(
    'select 1 as one from inbox where station = $1 and put_aside_at is null limit 1',
    [station],
  )
  return rows.length > 0
}

interface Oldest {
  readonly digest: string
  readonly gzipped: Uint8Array
  readonly keptAt: Date | string
}

/** The message of the station that came first, of those that stand in line. */
export async function oldestKept(queries: Queries, station: string): Promise<Oldest | undefined> {
  const [row] = await queries.query<Oldest>(
    `select digest, message as gzipped, kept_at as "keptAt" from inbox
     where station = $1 and put_aside_at is null order by place limit 1`,
    [station],
  )
  return row
}

/** Takes a message out of the line and keeps it. */
export async function putAside(queries: Queries, station: string, digest: string, at: string): Promise<void> {
  await queries.query('update inbox set put_aside_at = $3 where station = $1 and digest = $2', [
    station,
    digest,
    at,
  ])
}

/** Puts what was put aside in line again, each in its old place. Crosses stations: not for a station's session. */
export async function takeBackIntoLine(queries: Queries): Promise<void> {
  await queries.query('update inbox set put_aside_at = null where put_aside_at is not null')
}

export async function dropKept(queries: Queries, station: string, digests: readonly string[]): Promise<void> {
  if (digests.length === 0) return
  await queries.query('delete from inbox where station = $1 and digest = any ($2::text[])', [
    station,
    digests,
  ])
}

/** Stations with messages that wait, the longest waiting first. Crosses stations: not for a station's session. */
export async function stationsThatWait(queries: Queries, most: number): Promise<string[]> {
  const rows = await queries.query<{ station: string }>(
    'select station from inbox where put_aside_at is null group by station order by min(place) limit $1',
    [most],
  )
  return rows.map(({ station }) => station)
}
