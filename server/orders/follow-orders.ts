import type { Report } from '../open-city.ts'
import { carryOut, type OrderedCity } from './carry-out.ts'
import type { OrderBook } from './order-book.ts'

/** An order is carried out within this time, milliseconds. */
const lookEvery = 1_000

export interface FollowedOrders {
  /** Resolves when no order is in work; none is taken up afterwards. */
  stop(): Promise<void>
}

/** Carries out what stands in the book, and from then on whatever is added to it. Resolves when the first look is done. */
export async function followOrders(
  city: OrderedCity,
  book: OrderBook,
  report: Report,
): Promise<FollowedOrders> {
  const seen = new Set<string>()
  const look = async () => {
    for (const order of await book.orders()) {
      if (seen.has(order.id)) continue
      // What was answered once stands; a refusal is not taken back at some later start.
      if ((await book.answerTo(order.id)) === undefined) {
        const carriedOut = await carryOut(city, order)
        await book.answer(order.id, carriedOut)
      }
      seen.add(order.id)
    }
  }
  await look()
  let working = Promise.resolve()
  const timer = setInterval(() => {
    working = working.then(look).catch((error: unknown) => {
      report('an order could not be carried out', { fault: error instanceof Error ? error.name : 'unknown' })
    })
  }, lookEvery)
  timer.unref()
  return {
    stop: () => {
      clearInterval(timer)
      return working
    },
  }
}
