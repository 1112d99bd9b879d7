import type { Attachment } from '../../shared/attachments/attachment.ts'
import { attachmentContentSchema } from './attachment-rows.ts'
import type { AttachmentRow } from './database.ts'
import type { DeskStore } from './desk-store.ts'
import { useLive } from './live.ts'
import { openCase, openDraft } from './read.ts'

/** A file on its way to the city. */
export interface WaitingAttachment {
  readonly digest: string
  readonly bytes: number
  readonly caseId: string
}

/** A file that was added here, has no receipt of the city, and is still named by its case. */
export interface UnreceivedAttachment extends WaitingAttachment {
  readonly actionId: string
  /** The city has filed the action that names it. */
  readonly isFiled: boolean
  /** The bundle on whose stick it lies; 0: on none. */
  readonly bundle: number
}

/**
 * Files to send up the line, oldest first: those whose action the city has filed. `blocked` are those whose action is still
 * on its way, `onStick` those of both that lie on a stick as well.
 */
export async function readWaiting(store: DeskStore): Promise<{
  readonly ready: readonly WaitingAttachment[]
  readonly blocked: number
  readonly onStick: number
}> {
  const unreceived = await readUnreceived(store)
  const ready = unreceived.filter(({ isFiled }) => isFiled)
  const onStick = unreceived.filter(({ bundle }) => bundle > 0).length
  return { ready, blocked: unreceived.length - ready.length, onStick }
}

/** Oldest first. A file whose action the city refused is none. */
export async function readUnreceived(store: DeskStore): Promise<UnreceivedAttachment[]> {
  const { attachments, receipts, cases, actions } = store.database
  const rows = await attachments.where('state').equals('waiting').toArray()
  const places = new Map<string, number>()
  for (const action of await actions.bulkGet(rows.map(({ actionId }) => actionId)))
    if (action) places.set(action.id, action.place)
  rows.sort((one, other) => (places.get(one.actionId) ?? 0) - (places.get(other.actionId) ?? 0))
  const unreceived: UnreceivedAttachment[] = []
  for (const row of rows) {
    const { caseId, actionId, bundle = 0 } = row
    const { digest, bytes } = attachmentContentSchema.parse(
      await store.codec.open(row.sealed, `attachments/${row.key}`),
    )
    const caseRow = await cases.get(caseId)
    const caseFile = caseRow && (await openCase(store, caseRow))
    if (!caseFile?.attachments?.some((each) => each.digest === digest)) continue
    const receipt = await receipts.get(actionId)
    if (receipt?.outcome === 'refused') continue
    unreceived.push({ digest, bytes, caseId, actionId, bundle, isFiled: receipt !== undefined })
  }
  return unreceived
}

/** How many files the city has no receipt for. */
export function useUnreceivedCount(store: DeskStore): number | undefined {
  return useLive(
    () => store.database.attachments.where('state').equals('waiting').primaryKeys(),
    async () => new Set((await readUnreceived(store)).map(({ digest }) => digest)).size,
    [store],
  )
}

/** Every file here that waits for a receipt, whatever its case says by now. */
export async function readWaitingFiles(
  store: DeskStore,
): Promise<readonly { readonly digest: string; readonly caseId: string; readonly bundle: number }[]> {
  const rows = await store.database.attachments.where('state').equals('waiting').toArray()
  return Promise.all(
    rows.map(async (row) => ({
      digest: await digestIn(store, row),
      caseId: row.caseId,
      bundle: row.bundle ?? 0,
    })),
  )
}

/** Digests of every file that a case or a draft here names. */
export async function readNamed(store: DeskStore): Promise<string[]> {
  const { attachments, drafts } = store.database
  const named = new Set<string>()
  for (const row of await attachments.toArray()) named.add(await digestIn(store, row))
  for (const row of await drafts.toArray())
    for (const { digest } of (await openDraft(store, row)).attachments ?? []) named.add(digest)
  return [...named]
}

/** Digests of the files that exist nowhere but here: of drafts, and of cases as long as the city has no receipt for them. */
export async function readWaitingDigests(store: DeskStore): Promise<ReadonlySet<string>> {
  const { drafts } = store.database
  const waiting = new Set((await readWaitingFiles(store)).map(({ digest }) => digest))
  for (const row of await drafts.toArray())
    for (const { digest } of (await openDraft(store, row)).attachments ?? []) waiting.add(digest)
  return waiting
}

async function digestIn({ codec }: DeskStore, { key, sealed }: AttachmentRow): Promise<string> {
  return attachmentContentSchema.parse(await codec.open(sealed, `attachments/${key}`)).digest
}

/** Where a file of a case stands on its way to the city, as the clerk is told. */
export type AttachmentState = AttachmentRow['state'] | 'on-stick'

/** Where each file of a case stands, by its digest. */
export function useAttachmentStates(store: DeskStore, caseId: string): ReadonlyMap<string, AttachmentState> {
  const states = useLive(
    () => store.database.attachments.where('caseId').equals(caseId).toArray(),
    async (rows) =>
      new Map(
        await Promise.all(
          rows.map(async (row) => {
            return [await digestIn(store, row), stateOf(row)] as const
          }),
        ),
      ),
    [store, caseId],
  )
  return states ?? noStates
}

const noStates: ReadonlyMap<Attachment['digest'], AttachmentState> = new Map()

function stateOf({ state, bundle }: AttachmentRow): AttachmentState {
  return state === 'waiting' && bundle !== undefined ? 'on-stick' : state
}
