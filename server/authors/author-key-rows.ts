import { z } from 'zod'
import { vouchedKeySchema, type AuthorKey } from '../../shared/proof/author-key.ts'
import type { Queries } from '../database/database.ts'

/** A person's key as it is put on file: with the id of the machine's key that vouched for it, and when it came. */
export const authorKeyRowSchema = z.object({
  key: vouchedKeySchema,
  machineKey: z.string(),
  /** The instant from which its owner must sign: when it was made, and never later than it came. */
  from: z.string(),
})
export type AuthorKeyRow = z.infer<typeof authorKeyRowSchema>

/** A key on file. */
export interface KeyOnFile extends Pick<
  AuthorKey,
  'keyId' | 'device' | 'userId' | 'policeNumber' | 'role' | 'publicKey'
> {
  readonly from: string
  /** What was recorded after this instant it does not sign any more. */
  readonly endedAt: string | undefined
}

/** Every key of the station that was ever put on file: what an old one signed stays provable. */
export async function findAuthorKeys(queries: Queries, station: string): Promise<KeyOnFile[]> {
  const rows = await queries.query<{
    body: AuthorKey
    valid_from: Date | string
    ended_at: Date | string | null
  }>('select body, valid_from, ended_at from author_keys where station = $1', [station])
  return rows.map(({ body, valid_from, ended_at }) => {
    const { keyId, device, userId, policeNumber, role, publicKey } = body
    const endedAt = ended_at === null ? undefined : instant(ended_at)
    return { keyId, device, userId, policeNumber, role, publicKey, from: instant(valid_from), endedAt }
  })
}

const instant = (value: Date | string) => new Date(value).toISOString()

/** Puts keys on file; a person's earlier key on the same machine ends where the next begins. */
export async function putAuthorKeys(queries: Queries, rows: readonly AuthorKeyRow[]): Promise<void> {
  for (const { key, machineKey, from } of rows) {
    await queries.query(
      `insert into author_keys (station, key_id, device, user_id, police_number, machine_key, valid_from, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb) on conflict do nothing`,
      [
        key.station,
        key.keyId,
        key.device,
        key.userId,
        key.policeNumber,
        machineKey,
        from,
        JSON.stringify(key),
      ],
    )
    await queries.query(endTheEarlier, [key.station, key.device, key.userId])
  }
}

const endTheEarlier = `
update author_keys as earlier set ended_at = least(earlier.ended_at, later.valid_from)
from (
  select key_id, lead(valid_from) over (order by valid_from, key_id) as valid_from from author_keys
  where station = $1 and device = $2 and user_id = $3
) as later
where earlier.station = $1 and earlier.key_id = later.key_id and later.valid_from is not null`
