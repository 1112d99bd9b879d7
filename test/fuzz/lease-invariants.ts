import type { Action } from '../../shared/cases/action.ts'
import type { Lease } from '../../shared/register/lease.ts'
import { readLeases } from '../../renderer/local/read-leases.ts'
import type { Database } from '../../server/database/database.ts'
import type { MadeStation } from '../builders/reissues.ts'
import type { FuzzDesk } from './fuzz-desk.ts'
import { promise } from './promise.ts'

interface GrantedRow {
  readonly device: string
  readonly first: number
  readonly last: number
}

/** Numbers are drawn by their holder alone: each filed print on a block that its machine was lent, and none refused for it. */
export async function expectOwnNumbers(
  database: Database,
  { code }: MadeStation,
  { filed }: { readonly filed: readonly { readonly action: Action }[] },
  desks: readonly FuzzDesk[],
): Promise<void> {
  const granted = await database.query<GrantedRow>(
    'select device, first_number as first, last_number as last from leases where station = $1',
    [code],
  )
  for (const { action } of filed) {
    if (action.step !== 'print') continue
    const { digits } = action.facts['serial'] as { digits: string }
    const isOwn = granted.some(
      ({ device, first, last }) =>
        device === action.device && first <= Number(digits) && Number(digits) <= last,
    )
    promise(isOwn, `${action.device} printed on ${digits}, which it was lent`)
  }
  const refusals = await database.query<{ refusals: string }>(
    'select refusals::text as refusals from refused_actions where station = $1',
    [code],
  )
  promise(
    !refusals.some((row) => /leased-to-another|lease-frozen|serial-used/.test(row.refusals)),
    'no machine draws a number that another one holds or used',
  )
  await expectNoOverlap(desks)
}

async function expectNoOverlap(desks: readonly FuzzDesk[]): Promise<void> {
  const held = await Promise.all(
    desks.map(async ({ store, place }) =>
      (await readLeases(store)).filter(({ device }) => device === place.device).flatMap(numbersOf),
    ),
  )
  const numbers = held.flat()
  promise(new Set(numbers).size === numbers.length, 'no number is held by two desks')
}

function numbersOf({ kind, range: { series, first, last } }: Lease): string[] {
  return Array.from({ length: last - first + 1 }, (_, n) => `${kind}/${series}/${first + n}`)
}
