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

/**
 * Files to send, oldest first: added here, named by an action that the city has filed, and still named by their case.
 * `blocked` are those whose action is still on its way.
 */
export async function readWaiting(
  store: DeskStore,
): Promise<{ readonly ready: readonly WaitingAttachment[]; readonly blocked: number }> {
  const { attachments, receipts, cases, actions } = store.database
  const rows = await attachments.where('state').equals('waiting').toArray()
  const places = new Map<string, number>()
  for (const action of await actions.bulkGet(rows.map(({ actionId }) => actionId)))
    if (action) places.set(action.id, action.place)
  rows.sort((one, other) => (places.get(one.actionId) ?? 0) - (places.get(other.actionId) ?? 0))
  const ready: WaitingAttachment[] = []
  let blocked = 0
  for (const row of rows) {
    const { digest, bytes } = attachmentContentSchema.parse(
      await store.codec.open(row.sealed, `attachments/${row.key}`),
    )
    const caseRow = await cases.get(row.caseId)
    const caseFile = caseRow && (await openCase(store, caseRow))
    if (!caseFile?.attachments?.some((each) => each.digest === digest)) continue
    const receipt = await receipts.get(row.actionId)
    if (receipt?.outcome === 'received') ready.push({ digest, bytes, caseId: row.caseId })
    else if (!receipt) blocked += 1
  }
  return { ready, blocked }
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
  const { attachments, drafts } = store.database
  const waiting = new Set<string>()
  for (const row of await attachments.where('state').equals('waiting').toArray())
    waiting.add(await digestIn(store, row))
  for (const row of await drafts.toArray())
    for (const { digest } of (await openDraft(store, row)).attachments ?? []) waiting.add(digest)
  return waiting
}

async function digestIn({ codec }: DeskStore, { key, sealed }: AttachmentRow): Promise<string> {
  return attachmentContentSchema.parse(await codec.open(sealed, `attachments/${key}`)).digest
}

/** Where each file of a case stands, by its digest. */
export function useAttachmentStates(
  store: DeskStore,
  caseId: string,
): ReadonlyMap<string, AttachmentRow['state']> {
  const states = useLive(
    () => store.database.attachments.where('caseId').equals(caseId).toArray(),
    async (rows) =>
      new Map(
        await Promise.all(
          rows.map(async (row) => {
            return [await digestIn(store, row), row.state] as const
          }),
        ),
      ),
    [store, caseId],
  )
  return states ?? noStates
}

const noStates: ReadonlyMap<Attachment['digest'], AttachmentRow['state']> = new Map()
