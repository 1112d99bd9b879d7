import { leaseSchema, type Lease } from '../../shared/register/lease.ts'
import { leaseRequestSchema, type LeaseRequest } from '../../shared/sync/leases.ts'
import type { LeaseRequestRow, LeaseRow } from './database.ts'
import { leasesToldMark, lentFromPackageMark } from './plan-leases.ts'
import type { Readable } from './read.ts'
import { readRestored } from './restored.ts'

export async function openLease({ codec }: Readable, row: LeaseRow): Promise<Lease> {
  return leaseSchema.parse(await codec.open(row.sealed, `leases/${row.id}`))
}

async function openRequest({ codec }: Readable, row: LeaseRequestRow): Promise<LeaseRequest> {
  return leaseRequestSchema.parse(await codec.open(row.sealed, `leaseRequests/${row.id}`))
}

/** What is asked of the city and not answered yet. */
export async function readLeaseRequests(readable: Readable): Promise<LeaseRequest[]> {
  const rows = await readable.database.leaseRequests.toArray()
  return Promise.all(rows.map((row) => openRequest(readable, row)))
}

/**
 * Whether numbers are lent to this desk. A desk that was upgraded without a line holds no blocks yet: it goes on from the
 * station's stock as before until its first contact, and the city lets that through.
 */
export async function isLent({ database }: Pick<Readable, 'database'>): Promise<boolean> {
  const marks = await database.meta.bulkGet([leasesToldMark, lentFromPackageMark])
  return marks.some((mark) => mark !== undefined)
}

/** The station's open blocks as far as this desk may rely on them: what it is giving back, or took over from a broken machine, it draws on no more. */
export async function readLeases(readable: Readable): Promise<Lease[]> {
  const rows = await readable.database.leases.toArray()
  const leases = await Promise.all(rows.map((row) => openLease(readable, row)))
  const leaving = new Set(
    (await readLeaseRequests(readable)).flatMap((request) =>
      request.want === 'return' ? request.lease : [],
    ),
  )
  const retired = new Set((await readRestored(readable))?.retired)
  return leases.filter(({ id }) => !leaving.has(id) && !retired.has(id))
}
