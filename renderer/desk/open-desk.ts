import { packageSchema, type StartingPackage } from '../../shared/sync/messages.ts'
import type { Station } from '../../shared/people/station.ts'
import type { StationProfile } from '../../shared/ipc/station-channels.ts'
import type { CheckpointPort } from '../local/checkpoint.ts'
import type { Codec } from '../local/codec.ts'
import { understandsMoreNow } from '../local/after-upgrade.ts'
import { readNamed } from '../local/attachments.ts'
import { takeFirstBlocks } from '../local/first-blocks.ts'
import { DeskStore, type Opening, type OpeningStep } from '../local/desk-store.ts'
import type { JournalPort } from '../local/journal-port.ts'
import { rebuildFromJournal, type RebuildProof } from '../local/rebuild.ts'
import { takeOver, type TakenOver } from '../local/take-over.ts'
import { station as machine } from '../station.ts'
import { useUploads } from '../sync/upload-state.ts'

/** Everything a screen needs to work: the store, who we are, and what the machine is. */
export interface OpenDesk {
  readonly store: DeskStore
  readonly profile: StationProfile
  readonly station: Station
  readonly sample: boolean
  readonly opening: Opening
  /** When it was rebuilt: what there was, and what there is. */
  readonly proof?: RebuildProof
  /** At the first opening after this machine took a broken one's place. */
  readonly takenOver?: TakenOver
}

export type OpeningStage =
  | { readonly kind: 'opening'; readonly waitsFor: OpeningStep | 'machine' | 'files' }
  | { readonly kind: 'importing' }
  | { readonly kind: 'replaying'; readonly done: number; readonly total: number }

/** The journal that the machine keeps on disk. */
export const machineJournal: JournalPort = {
  append: async (entries) => {
    await machine.call('journal.append', { entries: [...entries] })
  },
  read: async (after, limit) => (await machine.call('journal.read', { after, limit })).entries,
  last: async () => (await machine.call('journal.state', {})).last,
}

/** Its checkpoints, beside it. */
export const machineCheckpoints: CheckpointPort = {
  keep: async (checkpoint) => void (await machine.call('checkpoint.keep', checkpoint)),
  last: async () => (await machine.call('checkpoint.last', {})).n,
  newest: async (below) => (await machine.call('checkpoint.newest', { below })).checkpoint,
}

export interface WayToOpen {
  readonly profile: StationProfile
  /** Made of the keys that signing in gave. */
  readonly codec: Codec
  readonly tell: (stage: OpeningStage) => void
  readonly rebuild: boolean
}

/** Opens the local store; on the very first start it takes in the station's starting package. */
export async function openDesk({
  profile,
  codec,
  tell,
  rebuild,
}: WayToOpen): Promise<OpenDesk | 'no-package'> {
  const waitsFor = (step: OpeningStep | 'files') => tell({ kind: 'opening', waitsFor: step })
  const parts = { codec, journal: machineJournal, checkpoints: machineCheckpoints, waitsFor }
  const progress = (done: number, total: number) => tell({ kind: 'replaying', done, total })
  const opened = rebuild ? await rebuildFromJournal(parts, progress) : await openAsUpgraded(parts, progress)
  const { store } = opened
  waitsFor('files')
  await settleFiles(store)
  const known = await findStation(store)
  if (known) {
    const { restoredAt, device } = profile
    const takenOver =
      restoredAt === undefined ? undefined : await takeOver(store, { restoredAt, device }, progress)
    return { ...opened, profile, ...known, ...(takenOver ? { takenOver } : {}) }
  }
  tell({ kind: 'importing' })
  const starting = await readPackage()
  if (!starting) return 'no-package'
  const { users: _users, stationToken: _token, ...rest } = starting
  const kept = rest.leases ? { ...rest, leases: takeFirstBlocks(rest.leases, profile) } : rest
  const imported = await store.write(() => ({ kind: 'imported', package: kept }))
  if (!imported.ok) throw new Error(imported.refusals[0]?.message ?? 'the starting package was refused')
  return { ...opened, profile, station: starting.station, sample: starting.sample }
}

/** What an older program kept unread is applied as soon as this one can read it. */
async function openAsUpgraded(
  ...given: Parameters<typeof rebuildFromJournal>
): Promise<{ readonly store: DeskStore; readonly opening: Opening }> {
  const opened = await DeskStore.open(...given)
  if (!(await understandsMoreNow(opened.store))) return opened
  opened.store.close()
  return rebuildFromJournal(...given)
}

/** Files and names of scans agree again after whatever happened; before any screen can add one. */
async function settleFiles(store: DeskStore): Promise<void> {
  const { setAside } = await machine.call('attachments.settle', { named: await readNamed(store) })
  useUploads.setState({ setAside })
}

async function findStation(store: DeskStore): Promise<{ station: Station; sample: boolean } | undefined> {
  const row = await store.database.meta.get('station')
  return row?.value as { station: Station; sample: boolean } | undefined
}

async function readPackage(): Promise<StartingPackage | undefined> {
  const answer = await machine.call('package.read', {})
  if ('none' in answer) return undefined
  const inflated = new Blob([new Uint8Array(answer.bytes)])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  return packageSchema.parse(JSON.parse(await new Response(inflated).text()))
}
