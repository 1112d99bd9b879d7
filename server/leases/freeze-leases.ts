import { sizeOf, type LeaseKind } from '../../shared/register/lease.ts'
import type { Queries } from '../database/database.ts'
import type { Filing } from '../receive/filing.ts'
import { lockStation } from '../receive/lock-station.ts'
import { findOpenLeases, putLeases, type LeaseRow } from './lease-rows.ts'

/** Freezes what a machine holds; the caller has locked the station. Answers the leases as they are now. */
export async function freezeLeases(
  queries: Queries,
  { station, device, at }: { readonly station: string; readonly device: string; readonly at: string },
): Promise<LeaseRow[]> {
  const held = await heldBy(queries, station, device, 'live')
  const frozen = held.map((lease) => ({ ...lease, state: 'frozen' as const, frozenAt: at }))
  await putLeases(queries, frozen)
  return frozen
}

/**
 * Gives its sheets back to a machine that took the place of one that was cut off, under its name: each sheet lies at the
 * station and is looked at before it is printed on. Sequence codes lie nowhere: whoever had the old machine may have given
 * them to somebody, so they stay frozen.
 */
export async function takeOverSheets(
  queries: Queries,
  { station, device }: { readonly station: string; readonly device: string },
  at: string,
): Promise<Filing> {
  await lockStation(queries, station)
  const held = await heldBy(queries, station, device, 'frozen')
  const thawed = held
    .filter(({ kind }) => kind !== 'citizen-sequence')
    .map(({ frozenAt: _frozenAt, ...lease }) => ({ ...lease, state: 'live' as const }))
  await putLeases(queries, thawed)
  return { station, at, filed: [], refused: [], leases: thawed }
}

async function heldBy(
  queries: Queries,
  station: string,
  device: string,
  state: LeaseRow['state'],
): Promise<LeaseRow[]> {
  const open = await findOpenLeases(queries, station)
  return open.filter((lease) => lease.device === device && lease.state === state)
}

const kinds: Readonly<Record<LeaseKind, readonly [string, string]>> = {
  'certificate-blanks': ['空白迁移证', '张'],
  'permit-blanks': ['空白准迁证', '张'],
  'citizen-sequence': ['顺序码', '个'],
}

/** `号段已冻结 3 段：空白迁移证 20 张、顺序码 10 个`. */
export function frozenInWords(leases: readonly LeaseRow[]): string {
  if (leases.length === 0) return '没有领用中的号段要冻结'
  const counts = Object.entries(kinds).flatMap(([kind, [name, unit]]) => {
    const of = leases.filter((lease) => lease.kind === kind)
    return of.length === 0 ? [] : [`${name} ${of.reduce((sum, { range }) => sum + sizeOf(range), 0)} ${unit}`]
  })
  return `号段已冻结 ${leases.length} 段：${counts.join('、')}`
}
