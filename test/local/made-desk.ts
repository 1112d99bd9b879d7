import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { runsOf, seriesOf, type Lease } from '../../shared/register/lease.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { madeCodec } from './made-codec.ts'
import { DeskStore } from '../../renderer/local/desk-store.ts'
import type { Entry } from '../../renderer/local/entry.ts'
import { rebuildFromJournal } from '../../renderer/local/rebuild.ts'
import { readCase, readWaiting, type Readable } from '../../renderer/local/read.ts'
import {
  dayOfTests,
  instantOfTests,
  makeRegister,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../builders/reissues.ts'
import { makeMemoryJournal, type MemoryJournal } from './memory-journal.ts'

/** A desk on a database of its own, with its journal beside it. */
export interface MadeDesk {
  readonly store: DeskStore
  readonly journal: MemoryJournal
  readonly name: string
  readonly station: MadeStation
}

const opened: DeskStore[] = []

/** Closes what the tests opened; for `afterEach`. Every desk has a name of its own, and the profile goes with the run. */
export function closeDesks(): void {
  for (const store of opened.splice(0)) store.close()
}

export async function openStore(name: string, journal: MemoryJournal) {
  const { store, opening } = await DeskStore.open({ codec: madeCodec, journal, name })
  opened.push(store)
  return { store, opening }
}

export async function rebuildStore(name: string, journal: MemoryJournal) {
  const rebuilt = await rebuildFromJournal({ codec: madeCodec, journal, name })
  opened.push(rebuilt.store)
  return rebuilt
}

/** A block that came with the package, on each run of its blank certificates. */
function leasesOnBlanks({ code }: MadeStation, records: readonly RegisterRecord[]): Lease[] {
  const blanks = records.flatMap((record) =>
    record.kind === 'certificate' && record.state === 'blank' ? [record.serial] : [],
  )
  const [serial] = blanks
  if (!serial) return []
  return runsOf(blanks.map(({ digits }) => Number(digits))).map((run) => ({
    id: crypto.randomUUID(),
    kind: 'certificate-blanks',
    station: code,
    device: 'D1',
    range: { series: seriesOf(serial), ...run },
    from: instantOfTests,
    until: '2027-03-10T01:00:00.000Z',
    renewBefore: '2026-11-10T01:00:00.000Z',
    state: 'live',
  }))
}

type Imported = Extract<Entry, { kind: 'imported' }>
export type Package = Imported['package']

export function importOf(
  station: MadeStation,
  records: readonly RegisterRecord[],
  more: Partial<Package> = {},
): Imported {
  return {
    kind: 'imported',
    package: {
      protocol: 1,
      sample: true,
      madeOn: dayOfTests,
      station: {
        code: station.code,
        name: station.name,
        shortName: station.name.slice(0, 4),
        countyCode: station.code.slice(0, 6),
        address: '',
        phone: '',
      },
      records: [...records],
      filed: [],
      refused: [],
      unsent: [],
      leases: leasesOnBlanks(station, records),
      ...more,
    },
  }
}

let stations = 500

/** A new station's desk, with originals and blanks for so many reissues. */
export async function makeDesk(
  reissues = 2,
  more: (station: MadeStation) => Partial<Package> = () => ({}),
): Promise<MadeDesk> {
  stations += 1
  const station = makeStation(stations)
  const journal = makeMemoryJournal()
  const name = `desk-${station.code}-${crypto.randomUUID()}`
  const { store } = await openStore(name, journal)
  await stands(store, importOf(station, makeRegister(station, reissues), more(station)))
  return { store, journal, name, station }
}

/** Writes an entry that must stand. */
export async function stands(store: DeskStore, entry: Entry): Promise<void> {
  const written = await store.write(() => entry)
  if (!written.ok) throw new Error(written.refusals.map(({ code, message }) => `${code}: ${message}`).join())
}

export async function record(store: DeskStore, actions: readonly Action[]): Promise<void> {
  for (const action of actions) await stands(store, { kind: 'recorded', action })
}

/** The n-th reissue of the desk's station, cut off after so many steps. */
export function walk({ station }: Pick<MadeDesk, 'station'>, n = 0, steps = 5): Action[] {
  return reissueActions({ station, n }).slice(0, steps)
}

export function firstOf<Item>(items: readonly Item[]): Item {
  return must(items[0], 'there is a first one')
}

export async function getCase(store: DeskStore, action: Action): Promise<CaseFile> {
  return must(await readCase(store, action.caseId), 'the case stands')
}

/** The actions of the outbox, oldest first. */
export async function readOutbox(readable: Readable, limit: number): Promise<Action[]> {
  return (await readWaiting(readable, limit)).map(({ action }) => action)
}
