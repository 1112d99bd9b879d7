import type { Action } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { DeliveryState } from '../../shared/cases/states.ts'
import { hasNothing, isActDraft, type ActDraft } from './act-draft.ts'
import type { DeskStore } from './desk-store.ts'
import type { Draft } from './entry.ts'
import { lastBundleNumber } from './outbox-marks.ts'
import { useLive } from './live.ts'
import { openAction, openCase, openDraft, openReceipt, type OpenedReceipt } from './read.ts'
import { deliveryOf, readSendMarks, sentAtOf } from './send-marks.ts'

const asIs = <Value>(value: Value): Promise<Value> => Promise.resolve(value)

/** All cases, latest change first. */
export function useCases(store: DeskStore): readonly CaseFile[] | undefined {
  return useLive(
    () => store.database.cases.toArray(),
    async (rows) => {
      const cases = await Promise.all(rows.map((row) => openCase(store, row)))
      return cases.sort((one, other) => other.changedAt.localeCompare(one.changedAt))
    },
    [store],
  )
}

export function useCase(store: DeskStore, id: string): CaseFile | undefined {
  return useLive(
    () => store.database.cases.get(id),
    (row) => (row ? openCase(store, row) : Promise.resolve(undefined)),
    [store, id],
  )
}

/** Whether the city never took the step that opened the case. */
export function useIsGhost(store: DeskStore, id: string): boolean {
  const row = useLive(() => store.database.cases.get(id), asIs, [store, id])
  return row?.ghost === 1
}

/** Whether the case takes no step now: a refusal waits for a decision, or the city never took the case. */
export function useIsHalted(store: DeskStore, caseId: string): boolean {
  const isGhost = useIsGhost(store, caseId)
  const open = useLive(
    () => store.database.receipts.where('caseId').equals(caseId).toArray(),
    (rows) => Promise.resolve(rows.some((row) => row.open === 1)),
    [store, caseId],
  )
  return isGhost || open === true
}

/** An action of a case with where it stands on its way to the city. */
export interface DeliveredAction {
  readonly action: Action
  readonly delivery: DeliveryState
  readonly receipt?: OpenedReceipt
  readonly sentAt?: string
}

/** A case's actions in the order in which they came here. */
export function useCaseHistory(store: DeskStore, caseId: string): readonly DeliveredAction[] | undefined {
  return useLive(
    async () => {
      const { actions, outbox, receipts } = store.database
      const rows = await actions.where('caseId').equals(caseId).toArray()
      const waiting = await outbox.bulkGet(rows.map(({ id }) => id))
      const answered = await receipts.bulkGet(rows.map(({ id }) => id))
      const marks = await readSendMarks(store.database)
      return rows
        .map((row, index) => ({ row, outbox: waiting[index], receipt: answered[index], marks }))
        .sort((one, other) => one.row.place - other.row.place)
    },
    (rows) =>
      Promise.all(
        rows.map(async ({ row, outbox, receipt, marks }) => {
          const sentAt = outbox && sentAtOf(outbox, marks)
          return {
            action: await openAction(store, row),
            delivery: deliveryOf(outbox, receipt, marks),
            ...(receipt ? { receipt: await openReceipt(store, receipt) } : {}),
            ...(sentAt === undefined ? {} : { sentAt }),
          }
        }),
      ),
    [store, caseId],
  )
}

/** One clerk's drafts of matters, latest first; nobody sees another's. */
export function useDrafts(store: DeskStore, owner: string): readonly Draft[] | undefined {
  return useOwnDrafts(store, owner)?.filter((draft) => !isActDraft(draft))
}

/** What one clerk typed in the small forms of cases and has not recorded, latest first; nobody sees another's. */
export function useActDrafts(store: DeskStore, owner: string): readonly ActDraft[] | undefined {
  return useOwnDrafts(store, owner)
    ?.filter(isActDraft)
    .filter((draft) => !hasNothing(draft))
}

function useOwnDrafts(store: DeskStore, owner: string): readonly Draft[] | undefined {
  return useLive(
    () => store.database.drafts.where('owner').equals(owner).toArray(),
    async (rows) => {
      const drafts = await Promise.all(rows.map((row) => openDraft(store, row)))
      return drafts.sort((one, other) => other.changedAt.localeCompare(one.changedAt))
    },
    [store, owner],
  )
}

export function useDraft(store: DeskStore, id: string): Draft | undefined {
  return useLive(
    () => store.database.drafts.get(id),
    (row) => (row ? openDraft(store, row) : Promise.resolve(undefined)),
    [store, id],
  )
}

/** Counts for the strip, each from rows and receipts. */
export interface DeliveryCounts {
  readonly waiting: number
  /** Without an answer, what the city keeps included. */
  readonly sent: number
  /** Safe at the city, which has not judged it. */
  readonly kept: number
  readonly onStick: number
  readonly received: number
  readonly refusedOpen: number
  /** Refused here and handed to a colleague who has not decided yet. */
  readonly handedOn: number
  readonly unjournaled: number
}

export function useDeliveryCounts(store: DeskStore): DeliveryCounts | undefined {
  return useLive(
    async () => {
      const { outbox, receipts, journalQueue } = store.database
      const marks = await readSendMarks(store.database)
      const deliveries = (await outbox.toArray()).map((row) => deliveryOf(row, undefined, marks))
      const countOf = (state: DeliveryState) => deliveries.filter((each) => each === state).length
      const refusedOpen = await receipts.where('open').equals(1).count()
      const handedOn = await receipts.where('open').equals(2).count()
      const received = await receipts.filter((row) => row.outcome === 'received').count()
      return {
        waiting: countOf('waiting'),
        sent: countOf('sent') + countOf('kept'),
        kept: countOf('kept'),
        onStick: countOf('on-stick'),
        received,
        refusedOpen,
        handedOn,
        unjournaled: await journalQueue.count(),
      }
    },
    asIs,
    [store],
  )
}

/** An action that waits for the line or for an answer. */
export interface OutboxItem {
  readonly action: Action
  readonly delivery: DeliveryState
}

export function useOutbox(store: DeskStore): readonly OutboxItem[] | undefined {
  return useLive(
    async () => {
      const rows = await store.database.outbox.orderBy('place').toArray()
      const actions = await store.database.actions.bulkGet(rows.map(({ id }) => id))
      const marks = await readSendMarks(store.database)
      return rows.map((row, index) => ({ delivery: deliveryOf(row, undefined, marks), row: actions[index] }))
    },
    async (rows) => {
      const items = await Promise.all(
        rows.map(async ({ delivery, row }) =>
          row ? [{ action: await openAction(store, row), delivery }] : [],
        ),
      )
      return items.flat()
    },
    [store],
  )
}

/** A refusal on somebody's desk, with the action that the city refused. */
export interface RefusedAction {
  readonly action: Action
  readonly receipt: OpenedReceipt
}

/** On a desk of this machine, waiting for a decision here. */
export function useOpenRefusals(store: DeskStore): readonly RefusedAction[] | undefined {
  return useRefusals(store, onThisDesk)
}

/** Of this machine, handed to a colleague who has not decided yet. */
export function useHandedOn(store: DeskStore): readonly RefusedAction[] | undefined {
  return useRefusals(store, withAColleague)
}

/** Of this machine, whoever has to decide. */
export function useUndecided(store: DeskStore): readonly RefusedAction[] | undefined {
  return useRefusals(store, withAnybody)
}

const onThisDesk = [1] as const
const withAColleague = [2] as const
const withAnybody = [1, 2] as const

function useRefusals(store: DeskStore, open: readonly (1 | 2)[]): readonly RefusedAction[] | undefined {
  return useLive(
    async () => {
      const rows = await store.database.receipts.where('open').anyOf(open).toArray()
      const actions = await store.database.actions.bulkGet(rows.map(({ id }) => id))
      return rows.map((receipt, index) => ({ receipt, row: actions[index] }))
    },
    async (rows) => {
      const items = await Promise.all(
        rows.map(async ({ receipt, row }) =>
          row ? [{ action: await openAction(store, row), receipt: await openReceipt(store, receipt) }] : [],
        ),
      )
      return items.flat()
    },
    [store, open],
  )
}

/** A setting of this desk, as last saved. */
export function useSetting(store: DeskStore, name: string): unknown {
  return useLive(
    () => store.database.meta.get(`setting:${name}`),
    (row) =>
      row?.value instanceof Uint8Array
        ? store.codec.open(row.value, `meta/setting:${name}`)
        : Promise.resolve(undefined),
    [store, name],
  )
}

/** Actions that the city filed and that did not fit what is here: for a person to compare, never dropped. */
export function useUnapplied(store: DeskStore): readonly Action[] | undefined {
  return useLive(
    async () => {
      const marks = await store.database.meta.where('name').startsWith('unapplied:').primaryKeys()
      return store.database.actions.bulkGet(marks.map((name) => name.slice('unapplied:'.length)))
    },
    (rows) => Promise.all(rows.flatMap((row) => (row ? [openAction(store, row)] : []))),
    [store],
  )
}

/** Number of the last bundle on a stick; 0 before the first. */
export function useLastBundle(store: DeskStore): number | undefined {
  return useLive(() => lastBundleNumber(store), asIs, [store])
}
