import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { authorityInFile, identityFiles, takeIdentity } from './certificates/kept-authority.ts'
import type { City } from './city.ts'
import type { Database } from './database/database.ts'
import { openEmbedded } from './database/embedded.ts'
import { lockFolder } from './disk/folder-lock.ts'
import { migrate } from './database/migrate.ts'
import { leaveCloseMark, takeCloseMark } from './journal/close-mark.ts'
import { openFilingJournal, readGroup } from './journal/filing-journal.ts'
import { openJournal, type JournalEnd, type JournalFile } from './journal/journal-file.ts'
import { replay } from './journal/replay.ts'
import type { CityOptions, Report } from './open-city.ts'
import { keyInFile } from './machines/city-key.ts'
import { certifyOnce } from './machines/certify-key.ts'
import { keepEnrolled } from './machines/enrol.ts'
import { enrolmentLogIn, readEnrolments, type MachineEnrolled } from './machines/enrolment-log.ts'
import { carryOut, type OrderedCity } from './orders/carry-out.ts'
import { followOrders } from './orders/follow-orders.ts'
import { OrderBook } from './orders/order-book.ts'
import { keepPackage, readKeptPackages } from './packages/kept-packages.ts'
import { loadPackage } from './packages/load-package.ts'
import { readPackage } from './packages/read-package.ts'
import type { Filing } from './receive/filing.ts'

/** Where things lie in the data folder. */
interface Places {
  readonly folder: string
  readonly store: string
  readonly storeAside: string
  readonly journal: string
  readonly closeMark: string
  readonly packages: string
  readonly cityKey: string
  readonly authority: string
  readonly enrolments: string
  readonly orders: OrderBook
}

/**
 * A city in one process. The journal and the packages are its memory; the store is built from them again whenever it
 * was not closed in order, because nothing says what a crash left of it. Rejects with `FolderInUse`, before anything is
 * read, while another process has the folder: it would take the other's last line for torn, and its store for a crash's.
 */
export async function openEmbeddedCity(folder: string, options: CityOptions): Promise<City> {
  await mkdir(folder, { recursive: true })
  const lock = await lockFolder(folder)
  try {
    const city = await openLocked(folder, options)
    return { ...city, close: () => city.close().finally(() => lock.release()) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openLocked(folder: string, options: CityOptions): Promise<City> {
  const { packages, now, report, identity } = options
  const places = placesIn(folder)
  if (identity !== undefined) await takeIdentity(identity, folder)
  // Read before any is kept: one that cannot be read would stop every later start.
  for (const bytes of packages) readPackage(bytes)
  for (const bytes of packages) await keepPackage(places.packages, bytes)
  const mark = await takeCloseMark(places.closeMark)
  const recorded: Filing[] = []
  const collect = async (body: Uint8Array) => void recorded.push(...(await readGroup(body)))
  const journal = await openJournal(places.journal, mark ? skip : collect, (bytes) =>
    report('torn line dropped', { bytes }),
  )
  if (mark && isAt(mark, journal.end())) {
    const store = await openClosedStore(places.store, report)
    if (store)
      return cityOn({ database: store, filings: openFilingJournal(journal) }, journal, places, options)
  }
  if (mark) await readAgain(places, collect)
  const database = await freshStore(places)
  await loadKeptPackages(database, places, now())
  await replay(database, recorded)
  const filings = openFilingJournal(journal)
  await administerAgain({ database, filings }, places, new Set(recorded.flatMap(({ orders = [] }) => orders)))
  if (recorded.length > 0) report('store built again from the journal', { filings: recorded.length })
  return cityOn({ database, filings }, journal, places, options)
}

function placesIn(folder: string): Places {
  return {
    folder,
    store: join(folder, 'store'),
    storeAside: join(folder, 'store-before'),
    journal: join(folder, 'journal.log'),
    closeMark: join(folder, 'closed.json'),
    packages: join(folder, 'packages'),
    cityKey: join(folder, identityFiles.key),
    authority: join(folder, identityFiles.authority),
    enrolments: join(folder, 'enrolments.jsonl'),
    orders: new OrderBook(folder),
  }
}

async function skip(): Promise<void> {}

/** The mark promised a whole store and there is none: what was skipped is read after all. */
async function readAgain(places: Places, collect: (body: Uint8Array) => Promise<void>): Promise<void> {
  const again = await openJournal(places.journal, collect, () => undefined)
  await again.close()
}

function isAt(mark: JournalEnd, end: JournalEnd): boolean {
  return mark.n === end.n && mark.sum === end.sum
}

async function openClosedStore(store: string, report: Report): Promise<Database | undefined> {
  if (!existsSync(store)) return undefined
  try {
    return await openEmbedded(store)
  } catch {
    report('store could not be opened', {})
    return undefined
  }
}

/** An empty store; the one before is kept aside until the next time, for whoever wants to look. */
async function freshStore({ store, storeAside }: Places): Promise<Database> {
  if (existsSync(store)) {
    await rm(storeAside, { recursive: true, force: true })
    await rename(store, storeAside)
  }
  return openEmbedded(store)
}

async function loadKeptPackages(database: Database, { packages }: Places, now: string): Promise<void> {
  await migrate(database)
  if (!existsSync(packages)) return
  for (const bytes of await readKeptPackages(packages)) await loadPackage(database, readPackage(bytes), now)
}

/**
 * Whoever has a certificate keeps it, no code is good a second time, and who was cut off stays cut off: certificates and orders
 * again in the order in which they came, because each builds on the others. What an order did to sheets and leases stands in the
 * journal (`filed`), among the steps that built on it; a city of before did nothing to them. What was refused stays refused; what
 * changed nothing then counts for whatever comes later.
 */
async function administerAgain(
  { database, filings }: OrderedCity,
  { enrolments, orders, cityKey }: Places,
  filed: ReadonlySet<string>,
): Promise<void> {
  const enrolled = (await readEnrolments(enrolments)).map((each) => ({
    at: each.issuedAt,
    again: () => enrolAgain(database, each, cityKey),
  }))
  const ordered = (await orders.orders()).map((each) => ({
    at: each.at,
    again: async () => {
      const answer = await orders.answerTo(each.id)
      if (answer?.outcome === 'refused' || answer?.outcome === 'no-such-station') return
      const isFiled = filed.has(each.id) || answer !== undefined
      await carryOut({ database, filings }, each, isFiled)
    },
  }))
  const both = [...enrolled, ...ordered].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  for (const { again } of both) await again()
}

async function enrolAgain(database: Database, enrolled: MachineEnrolled, cityKey: string): Promise<void> {
  const { publicKey, issuedAt } = enrolled
  await keepEnrolled(database, enrolled)
  if (publicKey !== undefined)
    await certifyOnce(database, { ...enrolled, publicKey }, await keyInFile(cityKey), issuedAt)
}

async function cityOn(
  { database, filings }: OrderedCity,
  journal: JournalFile,
  places: Places,
  { packages, attachmentFolder, now, report }: CityOptions,
): Promise<City> {
  await migrate(database)
  for (const bytes of packages) await loadPackage(database, readPackage(bytes), now())
  const orders = await followOrders({ database, filings }, places.orders, report)
  return {
    database,
    filings,
    secretKey: () => keyInFile(places.cityKey),
    attachmentFolder,
    authority: () => authorityInFile(places.authority, now()),
    enrolments: enrolmentLogIn(places.enrolments),
    now,
    close: async () => {
      await orders.stop()
      await closeInOrder(database, filings, journal, places)
    },
  }
}

async function closeInOrder(
  database: Database,
  filings: City['filings'],
  journal: JournalFile,
  places: Places,
): Promise<void> {
  const whole = await filings.settled().then(
    () => true,
    () => false,
  )
  await database.close()
  await journal.close()
  if (whole) await leaveCloseMark(places.closeMark, places.store, journal.end(), places.folder)
}
