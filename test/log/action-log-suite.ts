import { describe, expect, it } from 'vitest'
import type { Action } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import {
  makeBlank,
  makeRegister,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../builders/reissues.ts'
import { foldInMemory } from './reference-fold.ts'

/** What became of an action: the city's verdict, or the desk's own. */
export interface LogVerdict {
  readonly id: string
  readonly outcome: 'accepted' | 'refused'
}

/** Any place that keeps a station's actions and folds them: Dexie in a browser, PGlite, PostgreSQL. */
export interface ActionLog {
  /** Takes the actions in order, each as a whole or not at all. */
  file(actions: readonly Action[]): Promise<readonly LogVerdict[]>
  cases(): Promise<readonly CaseFile[]>
  records(keys: readonly string[]): Promise<readonly RegisterRecord[]>
  /** Ids of the actions that stand, in the order in which they were filed. */
  actionIds(): Promise<readonly string[]>
}

/** What a log starts from. */
export interface LogStart {
  readonly station: MadeStation
  readonly records: readonly RegisterRecord[]
}

const reissues = 6
let stations = 100

function newStart(): LogStart {
  stations += 1
  const station = makeStation(stations)
  return { station, records: makeRegister(station, reissues) }
}

function walks({ station }: LogStart, count = reissues): Action[] {
  return Array.from({ length: count }, (_, n) => reissueActions({ station, n })).flat()
}

/** Holds the log beside the fold that the rules alone give. */
async function expectFoldOf(log: ActionLog, start: LogStart, actions: readonly Action[]): Promise<void> {
  const folded = foldInMemory(start.records, actions)
  expect([...(await log.actionIds())].sort()).toEqual([...folded.acceptedIds].sort())
  expect(byId(await log.cases())).toEqual(byId([...folded.cases.values()]))
  const keys = [...folded.records.keys()].sort()
  expect(byKey(await log.records(keys))).toEqual(byKey([...folded.records.values()]))
}

function byId(cases: readonly CaseFile[]) {
  return Object.fromEntries(cases.map((caseFile) => [caseFile.id, caseFile]))
}

function byKey(records: readonly RegisterRecord[]) {
  return Object.fromEntries(records.map((record) => [record.key, record]))
}

/** The promises of an action log, the same wherever it is kept. `open` makes one that starts from the given register. */
export function describeActionLog(name: string, open: (start: LogStart) => Promise<ActionLog>): void {
  describe(`the action log on ${name}`, () => {
    it('comes to the cases and the register that the rules alone come to', async () => {
      const start = newStart()
      const log = await open(start)
      const verdicts = await log.file(walks(start))
      expect(verdicts.every((verdict) => verdict.outcome === 'accepted')).toBe(true)
      await expectFoldOf(log, start, walks(start))
    })

    it('comes to the same whether actions come one by one or all at once', async () => {
      const start = newStart()
      const log = await open(start)
      for (const action of walks(start)) await log.file([action])
      await expectFoldOf(log, start, walks(start))
    })

    it('keeps an action that comes twice once, with the same verdict', async () => {
      const start = newStart()
      const log = await open(start)
      const actions = walks(start)
      const first = await log.file(actions)
      expect(await log.file(actions)).toEqual(first)
      await expectFoldOf(log, start, actions)
    })

    it('keeps actions that come twice at the same time once', async () => {
      const start = newStart()
      const log = await open(start)
      const actions = walks(start)
      const [first, second] = await Promise.all([log.file(actions), log.file(actions)])
      expect(second).toEqual(first)
      await expectFoldOf(log, start, actions)
    })

    it('refuses an action whose predecessor was refused, and changes nothing', async () => {
      const start = newStart()
      const log = await open(start)
      const [accept, ...rest] = walks(start, 1)
      if (!accept) throw new Error('a walk begins with accept')
      const actions = [{ ...accept, by: { ...accept.by, role: 'administrator' as const } }, ...rest]
      const verdicts = await log.file(actions)
      expect(verdicts.map((verdict) => verdict.outcome)).toEqual(actions.map(() => 'refused'))
      await expectFoldOf(log, start, actions)
    })

    it('uses a serial once, ever', async () => {
      const start = newStart()
      const log = await open(start)
      const { station } = start
      const sheet = makeBlank(station, 0)
      const actions = [
        ...reissueActions({ station, n: 0, sheet }),
        ...reissueActions({ station, n: 1, sheet }),
      ]
      const outcomes = (await log.file(actions)).map((verdict) => verdict.outcome)
      expect(outcomes).toEqual([
        ...fiveTimes('accepted'),
        'accepted',
        'accepted',
        'refused',
        'refused',
        'refused',
      ])
      await expectFoldOf(log, start, actions)
    })

    it('lets nobody approve what they handled', async () => {
      const start = newStart()
      const log = await open(start)
      const [accept, approve] = walks(start, 1)
      if (!accept || !approve) throw new Error('a walk begins with accept and approve')
      const actions = [{ ...accept, by: approve.by }, approve]
      expect((await log.file(actions)).map((verdict) => verdict.outcome)).toEqual(['accepted', 'refused'])
      await expectFoldOf(log, start, actions)
    })
  })
}

function fiveTimes<T>(value: T): T[] {
  return Array.from({ length: 5 }, () => value)
}
