import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import type { DependencyList } from 'react'

/**
 * Follows the database: `query` reads rows (and is watched by Dexie), `open` turns them into values outside the
 * watched part, because a codec may wait for things that are not the database. Undefined until the first answer.
 */
export function useLive<Rows, Value>(
  query: () => Promise<Rows>,
  open: (rows: Rows) => Promise<Value>,
  dependencies: DependencyList,
): Value | undefined {
  const [value, setValue] = useState<Value>()
  useEffect(() => {
    let turn = 0
    const watch = liveQuery(query).subscribe({
      next: (rows) => {
        turn += 1
        const mine = turn
        void open(rows).then((opened) => {
          if (mine === turn) setValue(opened)
        })
      },
      error: () => setValue(undefined),
    })
    return () => {
      turn = -1
      watch.unsubscribe()
    }
  }, [...dependencies])
  return value
}
