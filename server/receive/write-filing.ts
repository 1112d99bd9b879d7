import type { Action } from '../../shared/cases/action.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { Queries } from '../database/database.ts'
import { actionDigest } from './action-digest.ts'
import { actionText } from './action-text.ts'
import type { Filing } from './filing.ts'
import { writeKnownNumbers } from './known-numbers.ts'
import type { Stand } from './stand.ts'

/**
 * Everything of one message in one statement: one round trip, and one set insert a table. Each list comes by itself: taken
 * out of one document, it would be copied once more before it is read.
 */
const statement = `
with filed as (
  insert into actions (station, order_number, id, case_id, case_type, step, digest, receipt, filed_at, action,
                       author_key, author_signature)
  select $1, "order", (action ->> 'id')::uuid, (action ->> 'caseId')::uuid, action ->> 'caseType', action ->> 'step',
         digest, receipt, $2::timestamptz, action, author ->> 'keyId', author ->> 'signature'
  from jsonb_to_recordset($3::jsonb)
    as given ("order" integer, digest text, receipt text, action jsonb, author jsonb)
  returning order_number
), refused as (
  insert into refused_actions (station, id, digest, refusals, refused_at, action)
  select $1, (action ->> 'id')::uuid, digest, refusals, $2::timestamptz, action
  from jsonb_to_recordset($4::jsonb) as given (digest text, refusals jsonb, action jsonb)
), folded as (
  insert into cases (station, case_id, version, status, case_type, body)
  select $1, (body ->> 'id')::uuid, (body ->> 'version')::integer, body ->> 'status', body ->> 'caseType', body
  from jsonb_array_elements($5::jsonb) as given (body)
  on conflict (station, case_id) do update
  set version = excluded.version, status = excluded.status, body = excluded.body
), register as (
  insert into records (station, key, kind, version, body)
  select $1, body ->> 'key', body ->> 'kind', (body ->> 'version')::integer, body
  from jsonb_array_elements($6::jsonb) as given (body)
  on conflict (station, key) do update set version = excluded.version, body = excluded.body
), landed as (
  insert into landings (key, landed_on, office)
  select body ->> 'key', (body -> 'landing' ->> 'on')::date, body -> 'landing' ->> 'office'
  from jsonb_array_elements($7::jsonb) as given (body)
  on conflict (key) do nothing
)
update stations set last_order = greatest(last_order, (select coalesce(max(order_number), 0) from filed))
where code = $1`

/** Writes the log, the refusals and the fold, and moves the station's order on. */
export async function writeFiling(queries: Queries, filing: Filing, stand: Stand): Promise<void> {
  const { station, at, filed, refused } = filing
  const records = stand.changedRecords()
  await queries.query(statement, [
    station,
    at,
    filedText(filed),
    refusedText(refused),
    JSON.stringify(stand.changedCases()),
    JSON.stringify(records),
    JSON.stringify(records.filter(isPresented)),
  ])
  await writeKnownNumbers(queries, station, stand)
}

/** Its holder landed with it, which other stations ask about. */
function isPresented(record: RegisterRecord): boolean {
  return 'landing' in record && record.landing?.source === 'presented'
}

/** Each action's text is there already; writing the actions out again would double the work. */
function filedText(filed: Filing['filed']): string {
  const texts = filed.map(
    ({ order, receipt, action, author }) =>
      `{"order":${order},"receipt":"${receipt}","author":${JSON.stringify(author ?? null)},${sealedText(action)}}`,
  )
  return `[${texts.join(',')}]`
}

function refusedText(refused: Filing['refused']): string {
  const texts = refused.map(
    ({ action, refusals, digest }) =>
      `{"refusals":${JSON.stringify(refusals)},${sealedText(action, digest)}}`,
  )
  return `[${texts.join(',')}]`
}

function sealedText(action: Action, digest = actionDigest(action)): string {
  return `"digest":"${digest}","action":${actionText(action)}`
}
