import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import { actionVersion, type Action } from '../../shared/cases/action.ts'
import type { SendingResult } from '../../shared/ipc/attachment-channels.ts'
import { useLine } from '../../renderer/sync/line-state.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { nothingToSend, useUploads } from '../../renderer/sync/upload-state.ts'
import { sendNext } from '../../renderer/sync/uploads.ts'
import { introduced } from '../builders/authors.ts'
import { instantOfTests } from '../builders/reissues.ts'
import {
  closeDesks,
  firstOf,
  getCase,
  makeDesk,
  rebuildStore,
  record,
  stands,
  walk,
  type MadeDesk,
} from './made-desk.ts'
import { makeScriptedCity } from './scripted-city.ts'

beforeEach(() => {
  useUploads.setState({ ...nothingToSend, lost: new Map() })
  useLine.setState({ status: 'up' })
})
afterEach(closeDesks)

const scans: readonly Attachment[] = ['a', 'b'].map((letter) => ({
  digest: letter.repeat(64),
  mediaType: 'image/png',
  bytes: 900_000,
  name: `样例扫描件${letter}.png`,
}))

/** A desk whose clerk accepted a case together with its scans: the action first, then the one that names the files. */
async function deskWithScans() {
  const desk = await makeDesk()
  const accept = firstOf(walk(desk))
  const naming: Action = {
    ...accept,
    id: crypto.randomUUID(),
    step: 'attach',
    facts: { attachments: scans.map((each) => ({ ...each })) },
    base: { case: accept.base.case + 1, records: {} },
    version: actionVersion,
  }
  await stands(desk.store, { kind: 'recorded', action: accept, followedBy: [naming] })
  return { desk, accept, naming }
}

/** The machine's side, with a script of results; what was asked of it is kept. */
function portWith(...results: SendingResult[]) {
  const asked: string[] = []
  const send = async (digest: string): Promise<SendingResult> => {
    asked.push(digest)
    return results.shift() ?? { outcome: 'received' }
  }
  return { asked, port: { send, pause: () => undefined } }
}

type Port = ReturnType<typeof portWith>['port']
const turn = ({ store }: MadeDesk, port: Port) =>
  sendNext({ store, port, now: () => instantOfTests, chance: () => 0 }, 0)

async function actionsArrive({ store, station }: MadeDesk): Promise<void> {
  const sender = { station: station.code, device: 'D1', introduce: introduced, now: () => instantOfTests }
  const line = makeScriptedCity()
  expect(await oneRound({ ...sender, sample: true, store, line, chance: () => 0 })).toBe(true)
}

const statesOf = async ({ store }: Pick<MadeDesk, 'store'>) =>
  (await store.database.attachments.toArray()).map(({ state }) => state)

describe('the scans of a case', () => {
  it('are named in the same breath as the case is accepted, and stay behind its actions', async () => {
    const { desk, accept, naming } = await deskWithScans()
    expect((await getCase(desk.store, accept)).attachments?.map(({ digest }) => digest)).toEqual(
      scans.map(({ digest }) => digest),
    )
    expect(await desk.store.database.outbox.toCollection().primaryKeys()).toHaveLength(2)
    const { asked, port } = portWith()
    await turn(desk, port)
    expect(asked).toEqual([])
    expect(useUploads.getState()).toMatchObject({ waiting: 0, blocked: scans.length })
    expect(await desk.store.database.actions.get(naming.id)).toBeDefined()
  })

  it('go out one at a time once their actions arrived, and only the city’s receipt makes one received', async () => {
    const { desk } = await deskWithScans()
    await actionsArrive(desk)
    const { asked, port } = portWith({ outcome: 'paused' })
    await turn(desk, port)
    expect(await statesOf(desk)).toEqual(['waiting', 'waiting'])
    expect(useUploads.getState()).toMatchObject({ done: 0, waiting: 2 })
    await turn(desk, port)
    expect((await statesOf(desk)).toSorted()).toEqual(['received', 'waiting'])
    await turn(desk, port)
    expect(await statesOf(desk)).toEqual(['received', 'received'])
    const sent = scans.map(({ digest }) => digest)
    expect(asked).toHaveLength(3)
    expect(asked.slice(1).toSorted()).toEqual(sent.toSorted())
    await turn(desk, port)
    expect(asked).toHaveLength(3)
  })

  it('wait while the line is down, with nothing asked of it', async () => {
    const { desk } = await deskWithScans()
    await actionsArrive(desk)
    useLine.setState({ status: 'down' })
    const { asked, port } = portWith()
    await turn(desk, port)
    expect(asked).toEqual([])
    expect(useUploads.getState().waiting).toBe(2)
  })

  it('go out while the city keeps a step that it has not judged: nothing is left to be sent before them', async () => {
    const { desk } = await deskWithScans()
    await actionsArrive(desk)
    await record(desk.store, walk(desk, 1, 1))
    const { asked, port } = portWith()
    await turn(desk, port)
    expect(asked).toEqual([])
    const row = must(await desk.store.database.outbox.toCollection().first(), 'a step waits')
    await stands(desk.store, { kind: 'kept-up-to', upTo: row.place, at: instantOfTests })
    await turn(desk, port)
    expect(asked).toHaveLength(1)
  })

  it('are not to be scanned anew when the city does not know the station: they wait, and its words are shown', async () => {
    const { desk } = await deskWithScans()
    await actionsArrive(desk)
    const { port } = portWith({ outcome: 'waits', reason: '市局不认识这个派出所。', retryAfter: 20 })
    const { wait, failed } = await turn(desk, port)
    expect(failed).toBe(true)
    expect(wait).toBeGreaterThanOrEqual(20_000)
    expect(useUploads.getState()).toMatchObject({ reason: '市局不认识这个派出所。', lost: new Map() })
    await turn(desk, port)
    expect((await statesOf(desk)).toSorted()).toEqual(['received', 'waiting'])
    expect(useUploads.getState().reason).toBe('')
  })

  it('whose file this machine lost are named for a new scan, and hold up none of the others', async () => {
    const { desk, accept } = await deskWithScans()
    await actionsArrive(desk)
    const { asked, port } = portWith({ outcome: 'not-here', reason: '本机没有' })
    for (let times = 0; times < 3; times += 1) await turn(desk, port)
    expect(asked).toHaveLength(2)
    expect([...useUploads.getState().lost]).toEqual([[asked[0], accept.caseId]])
    expect((await statesOf(desk)).toSorted()).toEqual(['received', 'waiting'])
  })

  it('stand after a rebuild from the journal as they stood before', async () => {
    const { desk, accept } = await deskWithScans()
    await actionsArrive(desk)
    await turn(desk, portWith().port)
    const before = await desk.store.database.attachments.toArray()
    const { store } = await rebuildStore(`${desk.name}-again`, desk.journal)
    const after = await store.database.attachments.toArray()
    const standing = (rows: typeof before) => rows.map(({ key, state }) => `${key} ${state}`).toSorted()
    expect(standing(after)).toEqual(standing(before))
    expect((await getCase(store, accept)).attachments).toHaveLength(scans.length)
  })
})
