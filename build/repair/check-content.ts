import type { AttachmentFiles } from '../../electron/services/attachments/attachment-files.ts'
import type { Codec } from '../../renderer/local/codec.ts'
import type { EntryCounts } from '../../renderer/local/count-entries.ts'
import { DeskStore } from '../../renderer/local/desk-store.ts'
import type { JournalPort } from '../../renderer/local/journal-port.ts'
import { readNamed, readWaitingDigests } from '../../renderer/local/attachments.ts'
import { compareWithTally, tallyJournal } from '../../renderer/local/tally-journal.ts'
import type { Finding } from './findings.ts'

export interface Content {
  readonly findings: readonly Finding[]
  /** Rows by kind, as the journal makes them. */
  readonly counts: readonly { readonly kind: string; readonly count: number }[]
}

/**
 * Folds the journal with the very store that the desk works with, in memory, and holds what came of it against what the
 * entries say by themselves. The database of the desk is not touched.
 */
export async function checkContent(
  journal: JournalPort,
  codec: Codec,
  files: AttachmentFiles,
): Promise<Content> {
  const tallied = await tallyJournal(journal, codec)
  if (!tallied.ok)
    return { counts: [], findings: [unreadable(`第 ${tallied.n} 条${whyNotRead[tallied.why]}`)] }
  // In memory, under a name of its own: what an earlier look left would be taken for this folder's.
  const name = `repair-${crypto.randomUUID()}`
  const opened = await DeskStore.open({ codec, journal, name }).catch((fault: unknown) =>
    fault instanceof Error ? fault : new Error(String(fault)),
  )
  if (opened instanceof Error)
    return { counts: [], findings: [unreadable(`重放到一半停下：${opened.message}`)] }
  const { store } = opened
  try {
    const counts = await countRows(store)
    return { counts, findings: [await compare(store, tallied.counts), ...(await checkFiles(store, files))] }
  } finally {
    store.close()
  }
}

const whyNotRead = {
  'sealed-otherwise': '打不开，不是用这把钥匙封的，或者被改过。',
  'newer-program': '是更新版本的户政台写的，或者被改过。',
} as const

function unreadable(words: string): Finding {
  return { part: '日志内容', grade: 'needs-person', words: `${words}请勿删除任何文件，联系市局户政。` }
}

const kinds = {
  actions: '步骤',
  cases: '案件',
  drafts: '草稿',
  outbox: '待市局回执',
  receipts: '回执',
  attachments: '扫描件',
} as const

async function countRows({ database, register }: DeskStore) {
  const rows = await Promise.all(
    Object.entries(kinds).map(async ([table, kind]) => ({
      table,
      kind,
      count: await database.table(table).count(),
    })),
  )
  return [...rows, { table: 'register', kind: '底册记录', count: register.size }]
}

async function compare(store: DeskStore, tallied: EntryCounts): Promise<Finding> {
  const differing = await compareWithTally(store, tallied)
  const part = '日志内容'
  if (differing.length > 0) {
    const each = differing.map(
      ({ table, count, tallied: should }) => `${kinds[table]} ${count}，应为 ${should}`,
    )
    return { part, grade: 'needs-person', words: `重放出来的条数对不上：${each.join('；')}。` }
  }
  return { part, grade: 'sound', words: `${tallied.entries} 条全部打得开，重放出来的条数和日志自己说的一致` }
}

/** Holds the files against what cases and drafts name. Only what exists nowhere else needs a person. */
async function checkFiles(store: DeskStore, files: AttachmentFiles): Promise<Finding[]> {
  const part = '扫描件'
  const named = await readNamed(store)
  const waiting = await readWaitingDigests(store)
  const absent: string[] = []
  for (const digest of named) if (!(await files.read(digest))) absent.push(digest)
  const lost = absent.filter((digest) => waiting.has(digest))
  const here = named.length - absent.length
  const elsewhere = absent.length - lost.length
  const words = `案件和草稿一共用到 ${named.length} 个，本机完好 ${here} 个，${elsewhere} 个可以从市局取`
  if (lost.length === 0) return [{ part, grade: 'sound', words }]
  const beginnings = lost.map((digest) => digest.slice(0, 16)).join('、')
  return [
    {
      part,
      grade: 'needs-person',
      words: `${words}；还有 ${lost.length} 个市局没有收到、本机也没有或者损坏：${beginnings}。请重新扫描，或者从备份放回 attachments 文件夹。`,
    },
  ]
}
