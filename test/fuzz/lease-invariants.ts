import type { Action } from '../../shared/cases/action.ts'
import type { Lease } from '../../shared/register/lease.ts'
import { readLeases } from '../../renderer/local/read-leases.ts'
import type { Database } from '../../server/database/database.ts'
import type { MadeStation } from '../builders/reissues.ts'
import type { FuzzDesk } from './fuzz-desk.ts'
import { promise } from './promise.ts'

interface GrantedRow {
  readonly kind: string
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
    'select kind, device, first_number as first, last_number as last from leases where station = $1',
    [code],
  )
  const isOwn = (device: string, { kind, number }: Drawn) =>
    granted.some(
      (block) =>
        block.kind === kind && block.device === device && block.first <= number && number <= block.last,
    )
  for (const { action } of filed) {
    for (const drawn of drawnIn(action)) {
      const words = `${action.device} drew ${drawn.kind} ${drawn.number}, which it was lent`
      promise(isOwn(action.device, drawn), words)
    }
  }
  const refused = await database.query<{
    refusals: string
    action: Pick<Action, 'step' | 'facts' | 'device'>
  }>('select refusals::text as refusals, action from refused_actions where station = $1', [code])
  for (const { refusals, action } of refused) {
    promise(
      !/leased-to-another|lease-frozen/.test(refusals),
      'no machine draws a number that another one holds',
    )
    // Two machines that answer differently whether a sheet came out leave it blank at one and used at the other.
    const isUsed = refusals.includes('serial-used')
    promise(
      !isUsed || drawnIn(action).every((drawn) => isOwn(action.device, drawn)),
      'no machine draws a number that another one used',
    )
  }
  await expectNoOverlap(desks)
}

interface Drawn {
  readonly kind: string
  readonly number: number
}

/** The numbers that a step uses up. */
function drawnIn({ step, facts }: Pick<Action, 'step' | 'facts'>): Drawn[] {
  if (step === 'print') {
    const { digits } = facts['serial'] as { digits: string }
    return [{ kind: 'certificate-blanks', number: Number(digits) }]
  }
  if (step !== 'register') return []
  const { numbers } = facts['form'] as unknown as { numbers: readonly { sequence: string }[] }
  return numbers.map(({ sequence }) => ({ kind: 'citizen-sequence', number: Number(sequence) }))
}

/** Whoever was born at these stations has a number that nobody else has, at whichever of them. */
export async function expectNoCitizenNumberTwice(
  database: Database,
  stations: readonly MadeStation[],
): Promise<void> {
  const rows = await database.query<{ number: string }>(
    "select body->>'citizenId' as number from records where station = any($1) and body->>'kind' = 'person' and body->'arrival'->>'cause' is not null",
    [stations.map(({ code }) => code)],
  )
  promise(new Set(rows.map(({ number }) => number)).size === rows.length, 'no citizen number stands twice')
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
