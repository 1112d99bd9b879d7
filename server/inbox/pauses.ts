/** Stations that are left alone for a while, each until its own time. */
export class Pauses {
  readonly #until = new Map<string, number>()

  get size(): number {
    return this.#until.size
  }

  /** From now on, for so many milliseconds. */
  pause(station: string, milliseconds: number): void {
    this.#until.set(station, performance.now() + milliseconds)
  }

  end(station: string): void {
    this.#until.delete(station)
  }

  isOn(station: string): boolean {
    const until = this.#until.get(station)
    if (until === undefined) return false
    if (performance.now() < until) return true
    this.#until.delete(station)
    return false
  }
}
