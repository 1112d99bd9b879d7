import { join } from 'node:path'
import { z } from 'zod'
import { addLine, readLines } from '../disk/line-log.ts'
import { cityOrderSchema, type CityOrder } from './city-order.ts'
import type { CarriedOut } from './carry-out.ts'

/** What the running city says of an order. */
const answerSchema = z.object({
  id: z.uuid(),
  carriedOut: z.enum(['done', 'nothing-to-change', 'no-such-station', 'refused']),
  said: z.string().exactOptional(),
})

/**
 * Orders to an embedded city, one a line, beside its journal: a city in one process lets nobody else into its store. Who may
 * write into its folder may order; the file is for its account alone.
 */
export class OrderBook {
  readonly #orders: string
  readonly #answers: string

  constructor(folder: string) {
    this.#orders = join(folder, 'orders.jsonl')
    this.#answers = join(folder, 'orders-answered.jsonl')
  }

  /** Resolves when the order is on the disk. */
  give(order: CityOrder): Promise<void> {
    return addLine(this.#orders, order)
  }

  /** In the order in which they were given; a line that a power cut tore off was never given. */
  orders(): Promise<CityOrder[]> {
    return readLines(this.#orders, cityOrderSchema)
  }

  answer(id: string, { outcome: carriedOut, said }: CarriedOut): Promise<void> {
    return addLine(this.#answers, { id, carriedOut, ...(said === undefined ? {} : { said }) })
  }

  /** Undefined while no city has answered. */
  async answerTo(id: string): Promise<CarriedOut | undefined> {
    const answers = await readLines(this.#answers, answerSchema)
    const found = answers.find((answer) => answer.id === id)
    return found && { outcome: found.carriedOut, ...(found.said === undefined ? {} : { said: found.said }) }
  }
}
