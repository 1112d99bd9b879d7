import type { Page } from '@playwright/test'

/** Every row of every table as text with sorted keys, sealed bytes opened; the big blocks as their SHA-256. */
export type DatabaseDump = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What is read of a recorded action. */
export interface DumpedAction {
  readonly id: string
  readonly caseId: string
  readonly step: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** What is read of a case. */
export interface DumpedCase {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly sheets: readonly { readonly key: string; readonly outcome: string }[]
}

/** Reads the desk's database from inside its page, past the program, so that the two can be compared. */
export async function dumpDatabase(page: Page): Promise<DatabaseDump> {
  return page.evaluate(async () => {
    const settled = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result))
        request.addEventListener('error', () =>
          reject(request.error ?? new Error('the database does not answer')),
        )
      })
    const inOrder = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(inOrder)
      if (value === null || typeof value !== 'object') return value
      const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
      return Object.fromEntries(entries.map(([name, part]) => [name, inOrder(part)]))
    }
    /** One mark byte, then JSON. */
    const opened = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes.subarray(1))) as unknown
    const asText = (row: Record<string, unknown>) => {
      const { sealed, ...rest } = row
      return JSON.stringify(
        inOrder(sealed instanceof Uint8Array ? { ...rest, sealed: opened(sealed) } : rest),
      )
    }
    const digest = async (text: string) => {
      const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
      return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    }
    const nameOf = (key: IDBValidKey) => (typeof key === 'string' ? key : JSON.stringify(key))
    const database = await settled(indexedDB.open('hukou-desk'))
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names, 'readonly')
    const read = names.map(async (name) => {
      const store = transaction.objectStore(name)
      const [keys, rows] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())])
      return { name, keys, rows: rows as Record<string, unknown>[] }
    })
    const tables = await Promise.all(read)
    database.close()
    const dumped = tables.map(async ({ name, keys, rows }) => {
      const texts = rows.map(asText)
      const kept = name === 'blocks' ? await Promise.all(texts.map(digest)) : texts
      return [name, Object.fromEntries(keys.map((key, at) => [nameOf(key), kept[at] ?? '']))] as const
    })
    return Object.fromEntries(await Promise.all(dumped))
  })
}

interface SealedRow {
  readonly place: number
  readonly sealed: unknown
}

function sealedRows(dump: DatabaseDump, table: string): readonly SealedRow[] {
  return Object.values(dump[table] ?? {}).map((text) => JSON.parse(text) as SealedRow)
}

/** The recorded actions in the order in which they came here. */
export function actionsIn(dump: DatabaseDump): readonly DumpedAction[] {
  const rows = [...sealedRows(dump, 'actions')].sort((one, other) => one.place - other.place)
  return rows.map(({ sealed }) => sealed as DumpedAction)
}

export function findCaseIn(dump: DatabaseDump, number: string): DumpedCase | undefined {
  return sealedRows(dump, 'cases')
    .map(({ sealed }) => sealed as DumpedCase)
    .find((each) => each.number === number)
}

/** The steps taken on a case, oldest first. */
export function stepsIn(dump: DatabaseDump, number: string): readonly string[] {
  const caseId = findCaseIn(dump, number)?.id
  return actionsIn(dump)
    .filter((action) => action.caseId === caseId)
    .map(({ step }) => step)
}

/** State of a numbered sheet, by its key; undefined when the register does not know it. */
export function sheetStateIn(dump: DatabaseDump, key: string): string | undefined {
  return certificatesIn(dump).find((sheet) => sheet.key === key)?.state
}

export function blankCountIn(dump: DatabaseDump): number {
  return certificatesIn(dump).filter(({ state }) => state === 'blank').length
}

interface DumpedSheet {
  readonly key: string
  readonly state: string
}

function certificatesIn(dump: DatabaseDump): readonly DumpedSheet[] {
  return sealedRows(dump, 'records').map(({ sealed }) => sealed as DumpedSheet)
}

/** The dump without the lines still on their way to the journal on disk: a restart writes them there. */
export function asRecorded(dump: DatabaseDump): DatabaseDump {
  const { journalQueue: _onTheirWay, ...recorded } = dump
  return recorded
}
