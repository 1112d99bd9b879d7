import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { accepted, refused } from '../../shared/base/outcome.ts'
import { actionVersion } from '../../shared/cases/action.ts'
import type { ScanAnswer } from '../../shared/sync/bundle.ts'
import { handOverBundle, takeInAnswer, type StickPort } from '../../renderer/sync/bundle.ts'
import { useLine } from '../../renderer/sync/line-state.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { nothingToSend, useUploads } from '../../renderer/sync/upload-state.ts'
import { sendNext } from '../../renderer/sync/uploads.ts'
import { introduced } from '../builders/authors.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { closeDesks, firstOf, makeDesk, rebuildStore, stands, walk, type MadeDesk } from './made-desk.ts'
import { makeScriptedCity } from './scripted-city.ts'

beforeEach(() => {
  useUploads.setState({ ...nothingToSend, lost: new Map() })
  useLine.setState({ status: 'up' })
})
afterEach(closeDesks)

const digests = ['a', 'b'].map((letter) => letter.repeat(64))
const [one, two] = [must(digests[0], 'a scan'), must(digests[1], 'another')]

/** A desk whose clerk accepted a case together with two scans. */
async function deskWithScans(): Promise<MadeDesk> {
  const desk = await makeDesk()
  const action = firstOf(walk(desk))
  const attachments = digests.map((digest) => ({
    digest,
    mediaType: 'image/png',
    bytes: 900_000,
    name: '样例扫描件.png',
  }))
  const naming = {
    ...action,
    id: crypto.randomUUID(),
    step: 'attach',
    facts: { attachments },
    base: { case: action.base.case + 1, records: {} },
    version: actionVersion,
  }
  await stands(desk.store, { kind: 'recorded', action, followedBy: [naming] })
  return desk
}

/** A stick with room for some scans, whose file may get no name; the answer that lies on it. */
function stickWith(room: number, { isNamed = true, says = [] as readonly ScanAnswer[] } = {}) {
  const asked: string[][] = []
  const port: StickPort = {
    write: async ({ scans }) => {
      asked.push(scans)
      return { outcome: 'written', name: 'bundle', scans: scans.slice(0, room), lost: [] }
    },
    finish: async () =>
      isNamed ? accepted(true) : refused({ code: 'stick-gone', message: 'U盘写不进去。' }),
    open: async () => {
      const handedOut = { after: 0, actions: [], upTo: 0, more: false }
      return { outcome: 'opened', n: 1, madeAt: instantOfTests, verdicts: [], handedOut, attachments: says }
    },
  }
  return { asked, port }
}

function handOver({ store, station }: MadeDesk, port: StickPort) {
  const holder = {
    store,
    station: station.code,
    device: 'D1',
    machine: crypto.randomUUID(),
    firstBlocks: false,
    now: () => instantOfTests,
    newId: () => crypto.randomUUID(),
    wishes: () => Promise.resolve({ isClosedDown: false, outageDays: 10 }),
  }
  return handOverBundle(holder, port, () => undefined)
}

async function standing({ store }: Pick<MadeDesk, 'store'>): Promise<string[]> {
  const rows = await store.database.attachments.toArray()
  return rows.map(({ state, bundle }) => `${state} ${bundle ?? 'nowhere'}`).toSorted()
}

const lookAtUploads = ({ store }: MadeDesk, sent: string[] = []) => {
  const send = async (digest: string) => {
    sent.push(digest)
    return { outcome: 'received' as const }
  }
  const port = { send, pause: () => undefined }
  return sendNext({ store, port, now: () => instantOfTests, chance: () => 0 }, 0)
}

describe('the scans of a case without a line', () => {
  it('are said to lie on the stick as far as there was room, also after a rebuild, and the rest goes first on the next', async () => {
    const desk = await deskWithScans()
    const { asked, port } = stickWith(1)
    expect(await handOver(desk, port)).toMatchObject({ ok: true, value: { scans: 1, scansLeft: 1 } })
    expect(await standing(desk)).toEqual(['waiting 1', 'waiting nowhere'])
    const { store } = await rebuildStore(`${desk.name}-again`, desk.journal)
    expect(await standing({ store })).toEqual(['waiting 1', 'waiting nowhere'])
    await lookAtUploads(desk)
    expect(useUploads.getState()).toMatchObject({ waiting: 0, blocked: 2, onStick: 1 })
    await handOver(desk, port)
    expect(asked[0]?.toSorted()).toEqual(digests)
    expect(asked[1]).toEqual(asked[0]?.toReversed())
    expect(await standing(desk)).toEqual(['waiting 1', 'waiting 2'])
  })

  it('wait as before when the file got no name', async () => {
    const desk = await deskWithScans()
    expect(await handOver(desk, stickWith(2, { isNamed: false }).port)).toMatchObject({ ok: false })
    expect(await standing(desk)).toEqual(['waiting nowhere', 'waiting nowhere'])
    expect(await desk.store.database.outbox.filter(({ bundle }) => bundle !== undefined).count()).toBe(0)
  })

  it('go up the line when it comes first, and the answer that comes later changes nothing', async () => {
    const desk = await deskWithScans()
    const says = digests.map((digest) => ({ digest, outcome: 'received' as const }))
    const { port } = stickWith(2, { says })
    await handOver(desk, port)
    const { store, station } = desk
    const sender = { station: station.code, device: 'D1', introduce: introduced, now: () => instantOfTests }
    expect(
      await oneRound({ ...sender, sample: true, store, line: makeScriptedCity(), chance: () => 0 }),
    ).toBe(true)
    const sent: string[] = []
    for (let turn = 0; turn < 3; turn += 1) await lookAtUploads(desk, sent)
    expect(sent.toSorted()).toEqual(digests)
    expect(await standing(desk)).toEqual(['received nowhere', 'received nowhere'])
    const lines = desk.journal.lines.length
    await takeInAnswer(store, port, () => undefined, { now: () => instantOfTests })
    expect(desk.journal.lines).toHaveLength(lines)
  })

  it('are received by the city’s word alone: the one that it refused waits again, with its reason told', async () => {
    const desk = await deskWithScans()
    const says: readonly ScanAnswer[] = [
      { digest: one, outcome: 'received' },
      { digest: two, outcome: 'refused', code: 'attachment-digest', message: '扫描件在路上变了样。' },
    ]
    const { port } = stickWith(2, { says })
    await handOver(desk, port)
    expect(
      await takeInAnswer(desk.store, port, () => undefined, { now: () => instantOfTests }),
    ).toMatchObject({
      ok: true,
      value: { scans: { received: 1, refused: 1, reasons: ['扫描件在路上变了样。'] } },
    })
    expect(await standing(desk)).toEqual(['received nowhere', 'waiting nowhere'])
  })
})
