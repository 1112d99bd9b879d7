import { mostActionsAtOnce } from '../../shared/sync/messages.ts'

/** A line that answers a message within this many milliseconds carries one of twice the size without a cut costing much. */
export const quickly = 1000

/** So many of the longest messages in a row go quickly before a longer one is tried again. */
const goodRun = 8

/**
 * What was learned about the way to the city. The pump keeps it from contact to contact, as long as the program runs: a
 * message that is too long for the line would otherwise be posted again, the same, at each of them.
 */
export class WayMemory {
  #longest = mostActionsAtOnce
  #run = 0
  readonly #unread = new Map<string, number>()

  /** Actions in the longest message that is tried. */
  get longest(): number {
    return this.#longest
  }

  /** A message of so many actions was given up on its way. Half of it is tried next, and nothing below `least`. */
  wasTooLong(count: number, least: number): void {
    this.#run = 0
    if (count > least) this.#longest = Math.min(this.#longest, Math.max(least, Math.floor(count / 2)))
  }

  /** One was answered, after so many milliseconds. */
  wentThrough(count: number, took: number): void {
    if (this.#longest === mostActionsAtOnce || count < this.#longest) return
    this.#run = took <= quickly ? this.#run + 1 : 0
    if (this.#run < goodRun) return
    this.#run = 0
    this.#longest = Math.min(mostActionsAtOnce, this.#longest * 2)
  }

  /** The city could not read a message of this action alone; at how many contacts that was so. */
  cameUnread(id: string): number {
    const contacts = (this.#unread.get(id) ?? 0) + 1
    this.#unread.set(id, contacts)
    return contacts
  }
}
