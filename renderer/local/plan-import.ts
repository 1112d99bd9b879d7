import { accepted, type Outcome } from '../../shared/base/outcome.ts'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import {
  citizenIdIn,
  numberEverIn,
  type RecordKey,
  type RegisterRecord,
} from '../../shared/register/record.ts'
import type { Entry } from './entry.ts'
import type { PlanBuilder } from './plan-builder.ts'
import { refusalReceipt, receivedReceipt } from './receipts.ts'
import { takeLeasesOfPackage } from './plan-leases.ts'
import { packBlock, splitIntoBlocks } from './resident-blocks.ts'
import { lookAtRefused } from './settle.ts'
import { Stand, type Ground } from './stand.ts'

type Starting = Extract<Entry, { kind: 'imported' }>['package']

/** Takes a starting package in: the register, what the city filed, what it refused, and what was not sent yet. */
export async function planImport(plan: PlanBuilder, starting: Starting): Promise<Outcome<true>> {
  const residents = starting.records.filter(isResidentOrHousehold)
  for (const rows of splitIntoBlocks(residents)) {
    const block = packBlock(rows)
    plan.putBlock(block, await plan.desk.codec.seal(block, `blocks/${plan.changes.blocks.length + 1}`))
  }
  const city = new Stand(groundOf(residents))
  for (const record of starting.records)
    if (!isResidentOrHousehold(record)) city.records.set(record.key, record)
  const filed = await takeFiled(plan, starting, city)
  if (!filed.ok) return filed
  const tried = await takeRefused(plan, starting, city)
  const local = new Stand(city)
  const unsent = await takeUnsent(plan, starting, local)
  if (!unsent.ok) return unsent
  await putImported(plan, { city, local, tried })
  await takeLeasesOfPackage(plan, starting.leases)
  const lastOrder = Math.max(0, ...starting.filed.map(({ order }) => order))
  const { station, sample, madeOn } = starting
  plan.changes.meta.push(
    { name: 'lastOrder', value: lastOrder },
    { name: 'importedUpTo', value: lastOrder },
    { name: 'station', value: { station, sample, madeOn } },
  )
  return accepted(true)
}

async function takeFiled(plan: PlanBuilder, { filed }: Starting, city: Stand): Promise<Outcome<true>> {
  for (const { action, order, receipt } of filed) {
    const applied = await city.apply(action)
    if (!applied.ok) return applied
    await plan.putAction(action)
    plan.changes.receipts.push(receivedReceipt(action, order, receipt))
  }
  return accepted(true)
}

/** What the city refused has no effect; it is kept with what it would have made. */
async function takeRefused(plan: PlanBuilder, { refused }: Starting, city: Stand): Promise<Stand> {
  const tried = new Stand(city)
  const actions = refused.map(({ action }) => action)
  const reasons = new Map(refused.map(({ action, refusals }) => [action.id, refusals]))
  const contents = await lookAtRefused(tried, actions, reasons)
  for (const action of actions) {
    await plan.putAction(action)
    const content = contents.get(action.id)
    if (content) plan.changes.receipts.push(await refusalReceipt(plan.desk, action, content))
  }
  return tried
}

async function takeUnsent(plan: PlanBuilder, { unsent }: Starting, local: Stand): Promise<Outcome<true>> {
  for (const action of unsent) {
    const applied = await local.apply(action)
    if (!applied.ok) return applied
    await plan.putWaiting(action, await plan.putAction(action))
  }
  return accepted(true)
}

interface Stands {
  readonly city: Stand
  readonly local: Stand
  readonly tried: Stand
}

async function putImported(plan: PlanBuilder, { city, local, tried }: Stands): Promise<void> {
  for (const id of new Set([...city.cases.keys(), ...local.cases.keys(), ...tried.cases.keys()])) {
    const caseFile = await local.findCase(id)
    const ghost = caseFile ? undefined : await tried.findCase(id)
    if (caseFile) await plan.putCase(caseFile)
    if (ghost) await plan.putCase(ghost, true)
    if (local.cases.has(id)) await plan.keepCityCase(id, await city.findCase(id))
  }
  for (const key of new Set([...city.records.keys(), ...local.records.keys()])) {
    await plan.putRecord(key, local.findRecord(key))
    if (local.records.has(key)) await plan.keepCityRecord(key, city.findRecord(key))
  }
}

/** People and households of the package, who are not in the register in memory before its transaction is through. */
function groundOf(records: readonly (ResidentRecord | HouseholdRecord)[]): Ground {
  const byKey = new Map<RecordKey, RegisterRecord>()
  const registered = new Map<string, RegisterRecord>()
  const everybody = new Map<string, RegisterRecord>()
  for (const record of records) {
    byKey.set(record.key, record)
    if (record.kind !== 'person' || record.citizenId === '') continue
    everybody.set(record.citizenId, record)
    if (record.status === 'registered') registered.set(record.citizenId, record)
  }
  return {
    findCase: () => Promise.resolve(undefined),
    findRecord: (key) => {
      const number = citizenIdIn(key)
      if (number !== undefined) return registered.get(number)
      const ever = numberEverIn(key)
      return ever === undefined ? byKey.get(key) : everybody.get(ever)
    },
  }
}

/** The two kinds that come by the thousand and are kept in blocks; the rest stand as rows of their own. */
function isResidentOrHousehold(record: RegisterRecord): record is ResidentRecord | HouseholdRecord {
  return record.kind === 'person' || record.kind === 'household'
}
