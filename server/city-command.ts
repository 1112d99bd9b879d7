import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'
import { commitIsSafe } from './city.ts'
import { openPostgres } from './database/postgres.ts'
import { carryOut, type CarriedOut } from './orders/carry-out.ts'
import type { CityOrder, Ordered } from './orders/city-order.ts'
import { OrderBook } from './orders/order-book.ts'

/** What a command orders, what it says when that is done, and what it tells only here, whenever it is done. */
export interface Command {
  readonly ordered: Ordered
  readonly done: string
  readonly tells?: string
}

/** What every command tells about the two kinds of city. */
export const whichCity = '用法（市局用 PostgreSQL 的先设 DATABASE_URL，内嵌数据库的加 --data 数据文件夹）：'

/** How long a running city is waited for, seconds. */
const answersWithin = 10

/**
 * Runs a command of the city's administrator: on its base (DATABASE_URL), or by the order book in the folder of an embedded
 * city. Without a city, or without an order that could be read from the command line, it says how the command is used.
 */
export async function runCityCommand(
  usage: string,
  command: Command | undefined,
  folder: string | undefined,
): Promise<void> {
  const said = command && (await carriedOutBy(command, folder))
  const { words, code } = said ?? { words: usage, code: 2 }
  process.stdout.write(`${words}\n`)
  process.exitCode = code
}

/** What a command says at its end, and its exit code: 0 done, 2 not understood. */
interface Said {
  readonly words: string
  readonly code: 0 | 2
}

/** Undefined when it was not said which city. */
async function carriedOutBy(command: Command, folder: string | undefined): Promise<Said | undefined> {
  const { ordered } = command
  const order: CityOrder = { id: randomUUID(), at: new Date().toISOString(), ordered }
  const url = process.env['DATABASE_URL']
  if (folder !== undefined) {
    if (!existsSync(folder)) return { words: `没有这个文件夹：${folder}`, code: 2 }
    return saidOf(await byBook(order, folder), command)
  }
  return url === undefined ? undefined : saidOf(await onBase(order, url), command)
}

function saidOf(carriedOut: CarriedOut | undefined, { ordered, done, tells }: Command): Said {
  const and = tells === undefined ? '' : `\n${tells}`
  const said = carriedOut?.said ?? ''
  switch (carriedOut?.outcome) {
    case 'done':
      return { words: `${done}${said}${and}`, code: 0 }
    case 'nothing-to-change':
      return { words: said || '没有找到，或者早已办过。', code: 0 }
    case 'refused':
      return { words: said, code: 2 }
    case 'no-such-station':
      return { words: `市局没有代码为 ${'station' in ordered ? ordered.station : ''} 的派出所。`, code: 2 }
    case undefined:
      return { words: `已记下。市局程序现在没有运行，下次启动时生效。${and}`, code: 0 }
  }
}

async function onBase(order: CityOrder, url: string): Promise<CarriedOut> {
  const database = openPostgres(url, () => undefined)
  try {
    return await carryOut({ database, filings: commitIsSafe }, order)
  } finally {
    await database.close()
  }
}

/** Undefined when no running city answered. */
async function byBook(order: CityOrder, folder: string): Promise<CarriedOut | undefined> {
  const book = new OrderBook(folder)
  await book.give(order)
  for (let waited = 0; waited < answersWithin * 10; waited += 1) {
    const carriedOut = await book.answerTo(order.id)
    if (carriedOut) return carriedOut
    await rest(100)
  }
  return undefined
}
