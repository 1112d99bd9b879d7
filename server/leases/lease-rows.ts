import { z } from 'zod'
import { leaseSchema, type Lease } from '../../shared/register/lease.ts'
import type { Queries } from '../database/database.ts'

/** A lease as the base keeps it: with the request that it was granted on, also when it is given back. */
export const leaseRowSchema = leaseSchema.extend({
  state: z.enum(['live', 'frozen', 'returned']),
  request: z.uuid(),
})
export type LeaseRow = z.infer<typeof leaseRowSchema>

export const machineNameSchema = z.object({ device: z.string(), machine: z.string() })
export type MachineName = z.infer<typeof machineNameSchema>

interface Columns {
  readonly id: string
  readonly request: string
  readonly kind: Lease['kind']
  readonly series: string
  readonly first_number: number
  readonly last_number: number
  readonly device: string
  readonly state: LeaseRow['state']
  readonly granted_at: Date | string
  readonly until: Date | string
  readonly renew_before: Date | string
  readonly frozen_at: Date | string | null
}

/** The station's open leases, whoever holds them. */
export async function findOpenLeases(queries: Queries, station: string): Promise<LeaseRow[]> {
  const rows = await queries.query<Columns>(
    `select * from leases where station = $1 and state <> 'returned' order by kind, series, first_number`,
    [station],
  )
  return rows.map((row) => leaseOf(station, row))
}

/** What a request was granted, open or given back since. */
export async function findLeasesOfRequest(
  queries: Queries,
  station: string,
  request: string,
): Promise<LeaseRow[]> {
  const rows = await queries.query<Columns>('select * from leases where station = $1 and request = $2', [
    station,
    request,
  ])
  return rows.map((row) => leaseOf(station, row))
}

function leaseOf(station: string, row: Columns): LeaseRow {
  const { id, request, kind, device, state, series, first_number: first, last_number: last } = row
  return {
    id,
    request,
    kind,
    station,
    device,
    range: { series, first, last },
    from: instant(row.granted_at),
    until: instant(row.until),
    renewBefore: instant(row.renew_before),
    state,
    ...(row.frozen_at === null ? {} : { frozenAt: instant(row.frozen_at) }),
  }
}

const instant = (value: Date | string) => new Date(value).toISOString()

/** Writes leases as they are now, one after the other: what is given back is free before the next is granted. */
export async function putLeases(queries: Queries, leases: readonly LeaseRow[]): Promise<void> {
  for (const lease of leases) {
    const { id, request, kind, station, device, from, until, renewBefore, state, frozenAt = null } = lease
    const { series, first, last } = lease.range
    await queries.query(
      `insert into leases (station, id, request, kind, series, first_number, last_number, device, state,
                           granted_at, until, renew_before, frozen_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (station, id) do update
       set device = excluded.device, state = excluded.state, until = excluded.until,
           renew_before = excluded.renew_before, frozen_at = excluded.frozen_at`,
      [station, id, request, kind, series, first, last, device, state, from, until, renewBefore, frozenAt],
    )
  }
}

export async function putSequenceBlocks(queries: Queries, leases: readonly LeaseRow[]): Promise<void> {
  for (const { kind, range, station } of leases) {
    if (kind !== 'citizen-sequence') continue
    await queries.query(
      'insert into sequence_blocks (county, first_number, station) values ($1, $2, $3) on conflict do nothing',
      [range.series, range.first, station],
    )
  }
}

export async function putMachineNames(
  queries: Queries,
  station: string,
  machines: readonly MachineName[],
): Promise<void> {
  for (const { device, machine } of machines) {
    await queries.query(
      'insert into machine_names (station, device, machine) values ($1, $2, $3) on conflict do nothing',
      [station, device, machine],
    )
  }
}
