import type { Page } from '@playwright/test'
import { Keyring } from '../../electron/services/keys/keyring.ts'
import type { Lease } from '../../shared/register/lease.ts'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'

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
  return page.evaluate(
    async (rawKey) => {
      const key = await crypto.subtle.importKey('raw', new Uint8Array(rawKey), 'AES-GCM', false, ['decrypt'])
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
      /** One mark byte, the nonce, then JSON sealed for the place where the row rests. */
      const opened = async (bytes: Uint8Array, place: string) => {
        const settings = {
          name: 'AES-GCM',
          iv: bytes.slice(1, 13),
          additionalData: new TextEncoder().encode(place),
        }
        const plain = await crypto.subtle.decrypt(settings, key, bytes.slice(13))
        return JSON.parse(new TextDecoder().decode(plain)) as unknown
      }
      const asText = async (row: Record<string, unknown>, table: string, name: string) => {
        const { sealed, value, ...rest } = row
        const place = `${table === 'journalQueue' ? 'journal' : table}/${name}`
        if (sealed instanceof Uint8Array)
          return JSON.stringify(inOrder({ ...rest, sealed: await opened(sealed, place) }))
        if (value instanceof Uint8Array)
          return JSON.stringify(inOrder({ ...rest, value: await opened(value, place) }))
        return JSON.stringify(inOrder(row))
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
        const texts = await Promise.all(rows.map((row, at) => asText(row, name, nameOf(keys[at] ?? ''))))
        const kept = name === 'blocks' ? await Promise.all(texts.map(digest)) : texts
        return [name, Object.fromEntries(keys.map((key, at) => [nameOf(key), kept[at] ?? '']))] as const
      })
      return Object.fromEntries(await Promise.all(dumped))
    },
    await sampleRecordsKey(page),
  )
}

const knownKeys = new Map<string, number[]>()

/** The key that the page has after signing in, by the practice station's passphrase and the keyring on disk. */
async function sampleRecordsKey(page: Page): Promise<number[]> {
  const answer = (await page.evaluate(() => window.station?.call('station.profile', {}))) as {
    readonly value: { readonly dataFolder: string }
  }
  const { dataFolder } = answer.value
  const known = knownKeys.get(dataFolder)
  if (known) return known
  const keyring = new Keyring(dataFolder, noKeystoreHere, true)
  const [first] = await keyring.accounts()
  const opened = await keyring.open(first?.id ?? '', samplePassphrase)
  if (!opened.ok) throw new Error(`the practice keyring does not open: ${opened.why}`)
  const { suite } = await keyring.kind()
  const key = [...suiteNamed(suite).derive(opened.dataKey, 'records')]
  knownKeys.set(dataFolder, key)
  return key
}

/** A virtual display has no keyring of the system's. */
const noKeystoreHere = {
  isThere: () => false,
  seal: () => '',
  open: () => undefined,
}

/** Opens bytes that were sealed at a place, e.g. a journal entry's body. */
export async function openSealed(page: Page, bytes: Uint8Array, place: string): Promise<string> {
  const key = Uint8Array.from(await sampleRecordsKey(page))
  const plain = suiteNamed('aes-256-gcm').open(key, bytes, place)
  if (!plain) throw new Error(`nothing at ${place} opens`)
  return Buffer.from(plain).toString('utf8')
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

/** The station's open blocks of numbers, as the desk holds them. */
export function leasesIn(dump: DatabaseDump): readonly Lease[] {
  return Object.values(dump['leases'] ?? {}).map((text) => (JSON.parse(text) as { sealed: Lease }).sealed)
}

/** The dump without the lines still on their way to the journal on disk: a restart writes them there. */
export function asRecorded(dump: DatabaseDump): DatabaseDump {
  const { journalQueue: _onTheirWay, ...recorded } = dump
  return recorded
}
