import { z } from 'zod'
import { listsSchema, type Lists } from '../../../shared/sync/machine-report.ts'
import type { MachineSecrets } from '../keys/secrets.ts'

const keptSchema = z.object({ lists: listsSchema, digest: z.string(), fetchedAt: z.string() })
export type KeptLists = z.infer<typeof keptSchema>

const secretName = 'city-lists'

/** Keys and void list as last fetched; none before the first contact with the city. */
export async function readLists(secrets: MachineSecrets): Promise<KeptLists | undefined> {
  const bytes = await secrets.read(secretName)
  return bytes && keptSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
}

/**
 * Keeps what the city answered. The city's key must be the one that the starting package names, where it names one; it
 * is taken from the first answer otherwise, and never changes by an answer again: false when another one comes, and
 * nothing is kept then.
 */
export async function keepLists(
  secrets: MachineSecrets,
  fresh: { readonly lists: Lists | undefined; readonly digest: string },
  fetchedAt: string,
  witness: string | undefined,
): Promise<boolean> {
  const before = await readLists(secrets)
  const lists = fresh.lists ?? before?.lists
  if (!lists) return true
  if (before && before.lists.cityKey !== lists.cityKey) return false
  if (witness !== undefined && witness !== lists.cityKey) return false
  const kept: KeptLists = { lists, digest: fresh.digest, fetchedAt }
  await secrets.write(secretName, Buffer.from(JSON.stringify(kept), 'utf8'))
  return true
}
