import type { Readable } from './read.ts'

/** When the city was last heard: an instant in `meta`. */
export const cityHeardMark = 'city-heard'
export interface SilentSince {
  /** ISO 8601 instant. */
  readonly at: string
  /** False before the first contact: then it is the day on which the city made the package. */
  readonly isContact: boolean
}

/** From when the days without a contact count. Where an older program left no note, the last receipt's step was sent then. */
export async function readSilentSince({
  database,
}: Pick<Readable, 'database'>): Promise<SilentSince | undefined> {
  const mark = await database.meta.get(cityHeardMark)
  if (typeof mark?.value === 'string') return { at: mark.value, isContact: true }
  const lastReceipt = await database.receipts.orderBy('order').last()
  if (lastReceipt?.sentAt !== undefined) return { at: lastReceipt.sentAt, isContact: true }
  const station = await database.meta.get('station')
  const { madeOn } = (station?.value ?? {}) as { madeOn?: string }
  if (madeOn === undefined) return undefined
  return { at: new Date(`${madeOn}T00:00:00+08:00`).toISOString(), isContact: false }
}
