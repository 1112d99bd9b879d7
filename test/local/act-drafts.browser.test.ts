import { afterEach, describe, expect, it, vi } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { accepted } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import { actDraftId, answered, untouched, type ActDraft } from '../../renderer/local/act-draft.ts'
import { readDraft } from '../../renderer/local/read.ts'
import { recordAction, type StepToTake } from '../../renderer/local/record-action.ts'
import { DraftKeeper } from '../../renderer/screens/draft/draft-keeper.ts'
import { holdFacts } from '../builders/hold-actions.ts'
import { instantOfTests } from '../builders/reissues.ts'
import {
  closeDesks,
  firstOf,
  getCase,
  makeDesk,
  openStore,
  rebuildStore,
  record,
  walk,
  type MadeDesk,
} from './made-desk.ts'

afterEach(closeDesks)

const said = '材料齐，同意。附：样邻甲的笔录还要补一页'
const chance = { id: () => crypto.randomUUID(), now: () => instantOfTests }
const noSignature = () => Promise.resolve(accepted([]))

/** A case that waits for the chief's word, and the word as the chief would take it. */
async function waitingCase() {
  const desk = await makeDesk()
  const [accept, approve] = walk(desk)
  if (!accept || !approve) throw new Error('a walk begins with accept and approve')
  await record(desk.store, [accept])
  return { desk, accept, approve }
}

function typedFor({ caseId, caseType, step, by }: Action, opinion: string): ActDraft {
  const empty = untouched({ caseId, caseType, step, owner: by.userId }, instantOfTests)
  return answered(empty, { name: 'opinion', value: opinion || undefined }, {}, instantOfTests)
}

function stepOf(action: Action, more: Partial<StepToTake> = {}): StepToTake {
  const { caseType, caseId, step, facts, by, station } = action
  return { caseType, caseId, step, facts, by, station, device: 'D1', ...more }
}

function keeperOf({ store }: Pick<MadeDesk, 'store'>) {
  const told: string[] = []
  const keeper = new DraftKeeper(store, (state) => told.push(state))
  return { keeper, told }
}

/** Types as the screen does, and waits until the row has it. */
async function typeIn(desk: MadeDesk, draft: ActDraft): Promise<DraftKeeper> {
  const { keeper, told } = keeperOf(desk)
  keeper.save(draft)
  await vi.waitFor(() => expect(told).toContain('saved'))
  return keeper
}

describe('what is typed for an act on a case', () => {
  it('is in the database at once and in the journal a moment later, and comes back from the journal alone', async () => {
    const { desk, approve } = await waitingCase()
    const draft = typedFor(approve, said)
    const before = await desk.journal.last()
    await typeIn(desk, draft)
    expect(await readDraft(desk.store, draft.id)).toEqual(draft)
    expect(await desk.journal.last()).toBe(before)
    await vi.waitFor(async () => expect(await desk.journal.last()).toBe(before + 1), { timeout: 5_000 })
    desk.store.close()
    const { store } = await openStore(`${desk.name}-empty`, desk.journal)
    expect(await readDraft(store, draft.id)).toEqual(draft)
  })

  it('is another draft for each clerk, case and act, and shows nothing outside the sealed bytes', async () => {
    const { desk, approve } = await waitingCase()
    const { id, caseId, owner, act } = typedFor(approve, said)
    await typeIn(desk, typedFor(approve, said))
    const ids = [
      id,
      actDraftId({ caseId, step: act.step, owner: 'somebody-else' }),
      actDraftId({ caseId, step: 'withdraw', owner }),
      actDraftId({ caseId: crypto.randomUUID(), step: act.step, owner }),
    ]
    expect(new Set(ids).size).toBe(4)
    const found = await Promise.all(ids.map((each) => readDraft(desk.store, each)))
    expect(found.filter((each) => each !== undefined)).toHaveLength(1)
    const row = firstOf(await desk.store.database.drafts.toArray())
    expect(Object.keys(row).sort()).toEqual(['changedAt', 'id', 'owner', 'sealed'])
  })

  it('stays while others take steps on the case, and goes in the same entry as its own', async () => {
    const { desk, accept, approve } = await waitingCase()
    const draft = typedFor(approve, said)
    const keeper = await typeIn(desk, draft)
    const claim: Action = {
      ...accept,
      id: crypto.randomUUID(),
      step: 'claim',
      facts: holdFacts(await getCase(desk.store, accept), 'claim', accept.by),
      base: { case: 1, records: {} },
    }
    await record(desk.store, [claim])
    expect(await readDraft(desk.store, draft.id)).toEqual(draft)
    keeper.leave(draft)
    const step = stepOf(approve, { draftId: draft.id })
    expect(await recordAction(desk.store, chance, step, noSignature)).toMatchObject({ ok: true })
    expect(await desk.store.database.drafts.count()).toBe(0)
    desk.store.close()
    const { store, proof } = await rebuildStore(desk.name, desk.journal)
    expect(proof.outcome).toBe('replaced')
    expect(await store.database.drafts.count()).toBe(0)
  })

  it('leaves no draft once nothing of it is typed any more', async () => {
    const { desk, approve } = await waitingCase()
    const keeper = await typeIn(desk, typedFor(approve, said))
    const emptied = typedFor(approve, '')
    keeper.save(emptied)
    keeper.leave(emptied)
    await desk.store.settled()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await desk.store.database.drafts.count()).toBe(0)
    desk.store.close()
    const { store } = await openStore(`${desk.name}-empty`, desk.journal)
    expect(await store.database.drafts.count()).toBe(0)
  })

  it('is written whole when the screen is left in the middle of a word', async () => {
    const { desk, approve } = await waitingCase()
    const { keeper } = keeperOf(desk)
    const draft = typedFor(approve, said)
    keeper.save(typedFor(approve, said.slice(0, 3)))
    keeper.save(draft)
    keeper.leave(draft)
    await desk.store.settled()
    expect(await readDraft(desk.store, draft.id)).toEqual(draft)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await readDraft(desk.store, draft.id)).toEqual(draft)
  })
})

describe('a step taken on a case that moved between the look and the press', () => {
  it('is not taken: who did what is said, and what is typed stays', async () => {
    const { desk, accept, approve } = await waitingCase()
    const seen = await getCase(desk.store, accept)
    const draft = typedFor(approve, said)
    await typeIn(desk, draft)
    const claim: Action = {
      ...accept,
      id: crypto.randomUUID(),
      step: 'claim',
      facts: holdFacts(seen, 'claim', accept.by),
      base: { case: 1, records: {} },
    }
    await record(desk.store, [claim])
    const before = await desk.journal.last()
    const taken = await recordAction(
      desk.store,
      chance,
      stepOf(approve, { draftId: draft.id, seen }),
      noSignature,
    )
    if (taken.ok) throw new Error('it was taken unseen')
    expect(taken.refusals).toMatchObject([{ code: 'case-moved' }])
    expect(firstOf(taken.refusals).message).toContain(`${accept.by.name}“由我办理”`)
    expect(await desk.journal.last()).toBe(before)
    expect(await readDraft(desk.store, draft.id)).toEqual(draft)
    const again = stepOf(approve, { draftId: draft.id, seen: await getCase(desk.store, accept) })
    expect(await recordAction(desk.store, chance, again, noSignature)).toMatchObject({ ok: true })
  })

  it('is not taken either when another step stands in the place of the one that was seen', async () => {
    const { desk, accept, approve } = await waitingCase()
    const standing = await getCase(desk.store, accept)
    const [first] = standing.steps
    const seen = {
      ...standing,
      steps: [{ ...must(first, 'it was accepted'), actionId: crypto.randomUUID() }],
    }
    const taken = await recordAction(desk.store, chance, stepOf(approve, { seen }), noSignature)
    expect(taken).toMatchObject({ ok: false, refusals: [{ code: 'case-moved' }] })
  })
})
