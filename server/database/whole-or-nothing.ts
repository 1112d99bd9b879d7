import type { Queries } from './database.ts'

/** Does some work inside a transaction so that its failure takes back what it wrote and leaves the transaction as it was. */
export async function wholeOrNothing<Result>(queries: Queries, work: () => Promise<Result>): Promise<Result> {
  await queries.script('savepoint before_work')
  try {
    const result = await work()
    await queries.script('release savepoint before_work')
    return result
  } catch (fault) {
    await queries.script('rollback to savepoint before_work')
    throw fault
  }
}
