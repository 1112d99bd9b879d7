import { v5 as nameBasedUuid } from 'uuid'
import { leaseDays, renewalDays } from '../../shared/register/lease.ts'
import { isHeldBy } from '../../shared/register/draw-numbers.ts'
import type { AskLeases, LeaseAnswer, LeaseRequest, LeasesTold } from '../../shared/sync/leases.ts'
import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'
import type { Queries } from '../database/database.ts'
import { CityFault } from '../faults/city-fault.ts'
import { isEmpty, type Filing } from '../receive/filing.ts'
import { lockStation } from '../receive/lock-station.ts'
import { findFreeNumbers } from './free-numbers.ts'
import { findStock } from './handed-out-stock.ts'
import {
  findLeasesOfRequest,
  findOpenLeases,
  putLeases,
  putMachineNames,
  type LeaseRow,
} from './lease-rows.ts'
import { sequenceLimit } from './sequence-limit.ts'

/** Name space of leases' ids: the same request makes the same leases. */
const leaseNames = 'a6c1f3d0-5b0e-4d6f-9a57-1504c0de0002'

interface Work {
  readonly queries: Queries
  readonly station: string
  readonly device: string
  readonly at: string
  /** Leases that changed, as they are now, in order. */
  readonly changed: LeaseRow[]
}

/**
 * Grants, renews and takes back blocks of numbers, in one transaction under the station's lock, so that two machines that
 * ask at once are served one after the other. 409 when the device's name belongs to another machine.
 */
export async function answerLeaseRequests(
  { database, filings, now }: City,
  { station, device, machine, requests, firstBlocks = false }: AskLeases,
): Promise<LeasesTold> {
  const { told } = await asStation(
    database,
    station,
    async (queries) => {
      await lockStation(queries, station)
      // Under the lock: tellings are as old as their instants say.
      const at = now()
      const machines = await nameMachine(queries, station, { device, machine })
      const work: Work = { queries, station, device, at, changed: [] }
      if (firstBlocks) await claimFromPackage(work)
      const answers: LeaseAnswer[] = []
      for (const request of requests) answers.push(await answer(work, request))
      const leases = (await findOpenLeases(queries, station)).map(withoutRequest)
      const filing: Filing = { station, at, filed: [], refused: [], leases: work.changed, machines }
      const stock = await findStock(queries, station)
      return { told: { leases, answers, asOf: at, stock }, filing }
    },
    ({ filing }) => {
      if (!isEmpty(filing)) filings.append(filing)
    },
  )
  await filings.settled()
  return told
}

/** The machine under this name, when it is new. */
async function nameMachine(queries: Queries, station: string, name: { device: string; machine: string }) {
  const [known] = await queries.query<{ machine: string }>(
    'select machine from machine_names where station = $1 and device = $2',
    [station, name.device],
  )
  if (known && known.machine !== name.machine) {
    throw new CityFault(409, {
      code: 'device-name-taken',
      field: 'device',
      message: `本机编号 ${name.device} 和本所另一台机器重复，市局没有发号段。请管理员重新设置本机。`,
    })
  }
  if (known) return []
  await putMachineNames(queries, station, [name])
  return [name]
}

/** What its package left to nobody belongs to the first machine that says it took it over. */
async function claimFromPackage({ device, ...work }: Work): Promise<void> {
  const open = await findOpenLeases(work.queries, work.station)
  for (const lease of open) if (lease.device === '') await put({ device, ...work }, { ...lease, device })
}

async function answer(work: Work, request: LeaseRequest): Promise<LeaseAnswer> {
  switch (request.want) {
    case 'grant':
      return grant(work, request)
    case 'renew':
      return renew(work, request)
    case 'return':
      return giveBack(work, request)
  }
}

async function grant(
  work: Work,
  { id, kind, count }: LeaseRequest & { want: 'grant' },
): Promise<LeaseAnswer> {
  const { queries, station, device } = work
  if ((await findLeasesOfRequest(queries, station, id)).length > 0) return { id, outcome: 'done' }
  const limit = kind === 'citizen-sequence' && sequenceLimit(await findOpenLeases(queries, station), work)
  if (limit) return { id, outcome: 'refused', ...limit }
  const ranges = await findFreeNumbers(queries, station, kind, count)
  if (ranges.length === 0) return { id, outcome: 'refused', ...nothingLeft[kind] }
  for (const range of ranges) {
    await put(work, {
      id: nameBasedUuid(`${id}/${range.series}/${range.first}`, leaseNames),
      request: id,
      kind,
      station,
      device,
      range,
      from: work.at,
      ...termFrom(work.at, kind),
      state: 'live',
    })
  }
  return { id, outcome: 'done' }
}

const noSheets = {
  code: 'no-stock',
  message: '市局登记的本所库存里没有未领用的空白证件了，请向市局户政领取。',
}
const nothingLeft = {
  'certificate-blanks': noSheets,
  'permit-blanks': noSheets,
  'citizen-sequence': {
    code: 'no-sequence-block',
    message: '本旗县区的顺序码号段已经分完，请报旗县区户政。',
  },
} as const

async function renew(
  work: Work,
  { id, lease: wanted }: LeaseRequest & { want: 'renew' },
): Promise<LeaseAnswer> {
  const lease = await findOwn(work, wanted)
  if (!lease) return { id, outcome: 'refused', ...notYours }
  await put(work, { ...lease, ...termFrom(work.at, lease.kind) })
  return { id, outcome: 'done' }
}

/** Giving back what is given back already is done. */
async function giveBack(
  work: Work,
  { id, lease: wanted }: LeaseRequest & { want: 'return' },
): Promise<LeaseAnswer> {
  const open = await findOpenLeases(work.queries, work.station)
  if (!open.some((lease) => lease.id === wanted)) return { id, outcome: 'done' }
  const lease = await findOwn(work, wanted)
  if (!lease) return { id, outcome: 'refused', ...notYours }
  await put(work, { ...lease, state: 'returned' })
  return { id, outcome: 'done' }
}

const notYours = { code: 'lease-not-yours', message: '这个号段不在本机名下，或者已经停用，没有改动。' }

async function findOwn({ queries, station, device }: Work, id: string): Promise<LeaseRow | undefined> {
  const open = await findOpenLeases(queries, station)
  return open.find((lease) => lease.id === id && lease.state === 'live' && isHeldBy(lease, device))
}

function termFrom(at: string, kind: LeaseRow['kind']): Pick<LeaseRow, 'until' | 'renewBefore'> {
  const days = leaseDays[kind]
  return { until: daysAfter(at, days), renewBefore: daysAfter(at, days - renewalDays) }
}

function daysAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString()
}

async function put({ queries, changed }: Work, lease: LeaseRow): Promise<void> {
  await putLeases(queries, [lease])
  changed.push(lease)
}

function withoutRequest({ request: _request, ...lease }: LeaseRow): LeasesTold['leases'][number] {
  if (lease.state === 'returned') throw new Error('a lease that was given back is not open')
  return { ...lease, state: lease.state }
}
