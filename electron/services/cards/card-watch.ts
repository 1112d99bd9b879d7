import type { SmartCards } from './smart-cards.ts'

/** Milliseconds between two looks at whether the card is still in. */
const betweenLooks = 2_000

/** Tells when the card of whoever is signed in was taken out. */
export class CardWatch {
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(private readonly cards: () => SmartCards | undefined) {}

  begin(serial: string, whenGone: () => void): void {
    this.end()
    let looking = false
    this.#timer = setInterval(() => {
      if (looking) return
      looking = true
      void this.#isIn(serial).then((isIn) => {
        looking = false
        if (isIn || this.#timer === undefined) return
        this.end()
        whenGone()
      })
    }, betweenLooks)
  }

  end(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }

  /** A reader that cannot be asked is a card that is not there. */
  async #isIn(serial: string): Promise<boolean> {
    try {
      return (await this.cards()?.isIn(serial)) ?? false
    } catch {
      return false
    }
  }
}
