import { z } from 'zod'
import { listsSchema, type Lists } from '../../../shared/sync/machine-report.ts'
import { mostClockDrift } from '../../../shared/sync/clock-drift.ts'
import type { MachineSecrets } from '../keys/secrets.ts'

const keptSchema = z.object({ lists: listsSchema, digest: z.string(), fetchedAt: z.string() })
export type KeptLists = z.infer<typeof keptSchema>

const secretName = 'city-lists'

/** Keys and void list as last fetched; none before the first contact with the city. */
export async function readLists(secrets: MachineSecrets): Promise<KeptLists | undefined> {
  const bytes = await secrets.read(secretName)
  return bytes && keptSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
}

/** What a report was answered with. */
interface FreshLists {
  /** None where the city says that they are those of `digest` still. */
  readonly lists: Lists | undefined
  readonly digest: string
  /** When the city made the answer; over the line when it was asked, so that it is older than whatever came in between. ISO 8601. */
  readonly madeAt: string
}

/**
 * Keeps what the city answered. The city's key must be the one that the starting package names, where it names one; it
 * is taken from the first answer otherwise, and never changes by an answer again: false when another one comes, and
 * nothing is kept then. An answer that is older than what is kept, as a stick may bring, changes nothing: what was revoked
 * since stays so. `now`: ISO 8601.
 */
export async function keepLists(
  secrets: MachineSecrets,
  { lists, digest, madeAt }: FreshLists,
  now: string,
  witness: string | undefined,
): Promise<boolean> {
  const before = await readLists(secrets)
  const cityKey = lists?.cityKey ?? before?.lists.cityKey
  if (cityKey === undefined) return true
  if (before && before.lists.cityKey !== cityKey) return false
  if (witness !== undefined && witness !== cityKey) return false
  if (before && isOlder(madeAt, before, now)) return true
  const kept = lists ?? (before?.digest === digest ? before.lists : undefined)
  if (!kept) return true
  const fresh: KeptLists = { lists: kept, digest, fetchedAt: madeAt }
  await secrets.write(secretName, Buffer.from(JSON.stringify(fresh), 'utf8'))
  return true
}

/** What is kept from further ahead than clocks may differ is of a clock that was wrong, and holds nobody up. */
function isOlder(madeAt: string, { fetchedAt }: KeptLists, now: string): boolean {
  const isOfTheFuture = Date.parse(fetchedAt) > Date.parse(now) + mostClockDrift
  return !isOfTheFuture && Date.parse(madeAt) < Date.parse(fetchedAt)
}
