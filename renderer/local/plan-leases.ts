import { accepted, type Outcome } from '../../shared/base/outcome.ts'
import { blankSheetsOf, type HandedOutRange } from '../../shared/register/handed-out-stock.ts'
import type { Lease } from '../../shared/register/lease.ts'
import type { LeaseRequest } from '../../shared/sync/leases.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import type { PlanBuilder } from './plan-builder.ts'
import type { Register } from './register.ts'
import { noteHeard } from './restored.ts'

/** When the city last told what blocks are open: an instant in `meta`. */
export const leasesToldMark = 'leases-told'

/** How the blocks here stood at the city, by the city's clock: an instant in `meta`; none before the first that said so. */
const leasesAsOfMark = 'leases-as-of'

/** Stands in `meta` where the starting package already spoke of blocks. */
export const lentFromPackageMark = 'lent-from-package'

export async function planLeasesAsked(
  { desk, changes }: PlanBuilder,
  requests: readonly LeaseRequest[],
): Promise<Outcome<true>> {
  for (const request of requests) {
    const sealed = await desk.codec.seal(request, `leaseRequests/${request.id}`)
    changes.leaseRequests.push({ id: request.id, sealed })
  }
  return accepted(true)
}

/** See `leasesAsOfMark`; undefined before the first telling that said so. Milliseconds. */
export async function readLeasesAsOf({
  database,
}: Pick<PlanBuilder['desk'], 'database'>): Promise<number | undefined> {
  const mark = await database.meta.get(leasesAsOfMark)
  return typeof mark?.value === 'string' ? Date.parse(mark.value) : undefined
}

/**
 * What the city tells replaces what was known: a block that it does not name is not open any more. An older telling
 * changes nothing; what it answered is asked again, and the same comes of it.
 */
export async function planLeasesTold(
  plan: PlanBuilder,
  told: {
    readonly leases: readonly Lease[]
    readonly answered: readonly string[]
    readonly at: string
    readonly asOf?: string
    readonly stock?: readonly HandedOutRange[]
  },
): Promise<Outcome<true>> {
  const stood = await readLeasesAsOf(plan.desk)
  if (stood !== undefined && told.asOf !== undefined && Date.parse(told.asOf) < stood) return accepted(true)
  const open = new Set(told.leases.map(({ id }) => id))
  const known = await plan.desk.database.leases.toArray()
  plan.changes.dropLeases.push(...known.flatMap(({ id }) => (open.has(id) ? [] : [id])))
  plan.changes.dropLeaseRequests.push(...told.answered)
  plan.changes.meta.push({ name: leasesToldMark, value: told.at })
  if (told.asOf !== undefined) plan.changes.meta.push({ name: leasesAsOfMark, value: told.asOf })
  const packed = new Set(known.flatMap((row) => (row.told ? [] : [row.id])))
  await keepLeases(plan, told.leases, ({ id }) => !packed.has(id))
  await keepStock(plan, told.stock ?? [])
  await noteHeard(plan, told)
  return accepted(true)
}

/** Sheets that the city handed out since the package are entered as it has them; what is known of one already stands. */
async function keepStock(plan: PlanBuilder, stock: readonly HandedOutRange[]): Promise<void> {
  for (const sheet of sheetsMissing(plan.desk.register, stock)) await plan.putRecord(sheet.key, sheet)
}

/** What of the stock is not in the register, own steps that the city has not filed included. */
export function sheetsMissing(
  register: Pick<Register, 'find'>,
  stock: readonly HandedOutRange[],
): readonly SheetRecord[] {
  return stock.flatMap(blankSheetsOf).filter(({ key }) => !register.find(key))
}

/** Blocks of a starting package; undefined in one of a program before blocks. */
export async function takeLeasesOfPackage(
  plan: PlanBuilder,
  leases: readonly Lease[] | undefined,
): Promise<void> {
  if (!leases) return
  plan.changes.meta.push({ name: lentFromPackageMark, value: true })
  await keepLeases(plan, leases, () => false)
}

async function keepLeases(
  { desk, changes }: PlanBuilder,
  leases: readonly Lease[],
  isTold: (lease: Lease) => boolean,
): Promise<void> {
  for (const lease of leases) {
    const sealed = await desk.codec.seal(lease, `leases/${lease.id}`)
    changes.leases.push({ id: lease.id, sealed, ...(isTold(lease) ? { told: 1 as const } : {}) })
  }
}
