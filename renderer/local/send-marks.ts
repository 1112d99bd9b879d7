import type { DeliveryState } from '../../shared/cases/states.ts'
import type { DeskDatabase, OutboxRow, ReceiptRow } from './database.ts'

/**
 * How far the outbox went out. The outbox is sent from its oldest on, so one place says for all rows up to it what a mark
 * in each of them would.
 */
export interface SendMarks {
  /** Went on its way, up to a place, at an instant; lowest place first. */
  readonly onTheWay: readonly { readonly upTo: number; readonly at: string }[]
  /** Up to this place the city has everything, safe; what is left of it in the outbox is not judged. 0 before the first. */
  readonly keptUpTo: number
}

export const onTheWayMark = 'on-the-way'
export const keptMark = 'kept-at-city'

export async function readSendMarks({ meta }: Pick<DeskDatabase, 'meta'>): Promise<SendMarks> {
  const [onTheWay, kept] = await meta.bulkGet([onTheWayMark, keptMark])
  return {
    onTheWay: (onTheWay?.value ?? []) as SendMarks['onTheWay'],
    keptUpTo: typeof kept?.value === 'number' ? kept.value : 0,
  }
}

/** What went out later went out with everything before it. */
export function withSentUpTo({ onTheWay }: SendMarks, upTo: number, at: string): SendMarks['onTheWay'] {
  return [{ upTo, at }, ...onTheWay.filter((mark) => mark.upTo > upTo)]
}

/** When an action of the outbox went on its way for the last time. */
export function sentAtOf({ place, sentAt }: OutboxRow, { onTheWay }: SendMarks): string | undefined {
  return onTheWay.find(({ upTo }) => place <= upTo)?.at ?? sentAt
}

/** Where an action stands on its way to the city, from rows alone. */
export function deliveryOf(
  outbox: OutboxRow | undefined,
  receipt: ReceiptRow | undefined,
  marks: SendMarks,
): DeliveryState {
  if (receipt) return receipt.outcome
  if (!outbox) return 'waiting'
  if (outbox.bundle !== undefined) return 'on-stick'
  if (outbox.place <= marks.keptUpTo) return 'kept'
  return sentAtOf(outbox, marks) === undefined ? 'waiting' : 'sent'
}
