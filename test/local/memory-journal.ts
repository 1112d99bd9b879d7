import type { JournalEntry, JournalPort } from '../../renderer/local/journal-port.ts'

/** A journal that keeps its lines in memory and holds to the rules of the one on disk. */
export interface MemoryJournal extends JournalPort {
  readonly lines: readonly JournalEntry[]
  /** From now on every append fails with these words, as on a full disk. */
  fail(words: string): void
  mend(): void
}

/** Lines are numbered from 1 without gaps; one that stands is never written again, and never differently. */
export function makeMemoryJournal(): MemoryJournal {
  const lines: JournalEntry[] = []
  let fault: string | undefined
  return {
    lines,
    fail: (words) => {
      fault = words
    },
    mend: () => {
      fault = undefined
    },
    append: async (entries) => {
      if (fault !== undefined) throw new Error(fault)
      for (const entry of entries) expectSameAsBefore(lines, entry)
      const fresh = entries.filter(({ n }) => n > lines.length)
      const gap = fresh.some(({ n }, index) => n !== lines.length + 1 + index)
      if (gap) throw new Error(`本机日志只到第 ${lines.length} 条，后面的缺了。`)
      lines.push(...fresh.map(({ n, body }) => ({ n, body: body.slice() })))
    },
    read: async (after, limit) => lines.slice(after, after + limit),
    last: async () => lines.length,
  }
}

function expectSameAsBefore(lines: readonly JournalEntry[], { n, body }: JournalEntry): void {
  const before = lines[n - 1]
  if (before && before.body.join() !== body.join()) throw new Error(`本机日志第 ${n} 条与要写入的内容不同。`)
}
