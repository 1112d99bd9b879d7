/** Says that the work is done; calling it again changes nothing. */
type Leave = () => void

interface Waiting {
  readonly admit: (leave: Leave) => void
  readonly giveUp: (reason: unknown) => void
}

/** How full it is, for the metrics. */
export interface Crowd {
  readonly atWork: number
  readonly waiting: number
}

/**
 * Lets in so many messages at once, and of one station one at a time; the others wait their turn, station by station, so
 * that one with a week to send does not stand before two hundred with a day.
 */
export class Admission {
  readonly #atWork = new Set<string>()
  /** In the order of the turns: who was served goes to the end. */
  readonly #waiting = new Map<string, Waiting[]>()

  constructor(private readonly most: number) {}

  get crowd(): Crowd {
    const waiting = [...this.#waiting.values()].reduce((sum, { length }) => sum + length, 0)
    return { atWork: this.#atWork.size, waiting }
  }

  /** Resolves when it is this station's turn; rejects with the signal's reason when nobody waits for the answer any more. */
  enter(station: string, signal: AbortSignal): Promise<Leave> {
    signal.throwIfAborted()
    return new Promise((admit, giveUp) => {
      const one: Waiting = { admit, giveUp }
      this.#waiting.set(station, [...(this.#waiting.get(station) ?? []), one])
      signal.addEventListener('abort', () => this.#drop(station, one, signal.reason), { once: true })
      this.#letIn()
    })
  }

  #letIn(): void {
    for (const [station, [next, ...later]] of this.#waiting) {
      if (this.#atWork.size >= this.most) return
      if (!next || this.#atWork.has(station)) continue
      this.#waiting.delete(station)
      if (later.length > 0) this.#waiting.set(station, later)
      this.#atWork.add(station)
      next.admit(this.#leaveOf(station))
    }
  }

  #leaveOf(station: string): Leave {
    let left = false
    return () => {
      if (left) return
      left = true
      this.#atWork.delete(station)
      this.#letIn()
    }
  }

  #drop(station: string, one: Waiting, reason: unknown): void {
    const queue = this.#waiting.get(station)
    if (!queue?.includes(one)) return
    const others = queue.filter((each) => each !== one)
    if (others.length > 0) this.#waiting.set(station, others)
    else this.#waiting.delete(station)
    one.giveUp(reason)
  }
}
