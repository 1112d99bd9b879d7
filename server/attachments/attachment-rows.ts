import { dateInChina } from '../../shared/base/plain-date.ts'
import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'

/** A file of a station's, by the digest of its bytes. */
export interface AttachmentKey {
  readonly station: string
  readonly digest: string
}

/** An upload that was begun, and whether it is whole. */
export interface AttachmentRow {
  readonly bytes: number
  readonly stored: boolean
}

export async function findAttachment(
  { database }: City,
  { station, digest }: AttachmentKey,
): Promise<AttachmentRow | undefined> {
  const [row] = await asStation(database, station, (queries) =>
    queries.query<AttachmentRow>(
      'select bytes, stored_at is not null as stored from attachments where station = $1 and digest = $2',
      [station, digest],
    ),
  )
  return row
}

/** How many bytes an attachment has as the station's cases name it; empty when no filed action names it. */
export async function findNamedLengths(
  { database }: City,
  { station, digest }: AttachmentKey,
): Promise<readonly number[]> {
  const rows = await asStation(database, station, (queries) =>
    queries.query<{ bytes: number }>(
      `select distinct (named ->> 'bytes')::integer as bytes
       from cases, jsonb_array_elements(body -> 'attachments') as named
       where station = $1 and body ? 'attachments'
         and (body -> 'attachments') @> jsonb_build_array(jsonb_build_object('digest', $2::text))
         and named ->> 'digest' = $2`,
      [station, digest],
    ),
  )
  return rows.map(({ bytes }) => bytes)
}

/** Bytes of the other uploads that the station began today, China's time. */
export async function bytesBegunToday(
  { database, now }: City,
  { station, digest }: AttachmentKey,
): Promise<number> {
  const [row] = await asStation(database, station, (queries) =>
    queries.query<{ bytes: number }>(
      `select coalesce(sum(bytes), 0)::float8 as bytes from attachments
       where station = $1 and digest <> $2 and begun_at >= $3::timestamptz`,
      [station, digest, `${dateInChina(now())}T00:00:00+08:00`],
    ),
  )
  return row?.bytes ?? 0
}

/** Notes that an upload began; one that is stored stays as it is. */
export async function noteBegun({ database, now }: City, key: AttachmentKey, bytes: number): Promise<void> {
  await asStation(database, key.station, (queries) =>
    queries.query(
      `insert into attachments (station, digest, bytes, media_type, begun_at) values ($1, $2, $3, '', $4)
       on conflict (station, digest) do update set bytes = excluded.bytes where attachments.stored_at is null`,
      [key.station, key.digest, bytes, now()],
    ),
  )
}

export async function noteStored(
  { database, now }: City,
  { station, digest }: AttachmentKey,
  content: { readonly bytes: number; readonly mediaType: string },
): Promise<void> {
  await asStation(database, station, (queries) =>
    queries.query(
      `insert into attachments (station, digest, bytes, media_type, begun_at, stored_at) values ($1, $2, $3, $4, $5, $5)
       on conflict (station, digest) do update
       set bytes = excluded.bytes, media_type = excluded.media_type, stored_at = excluded.stored_at
       where attachments.stored_at is null`,
      [station, digest, content.bytes, content.mediaType, now()],
    ),
  )
}
