import { afterEach, describe, expect, it } from 'vitest'
import { isSamePerson } from '../../shared/cases/holding.ts'
import { openDigest, readDigestRows } from '../../renderer/local/digest.ts'
import { openReceipt } from '../../renderer/local/read.ts'
import { dumpOf } from './dump.ts'
import { closeDesks, rebuildStore } from './made-desk.ts'
import { chief, clerk, colleague, settle, twoDesks, type DeskAtWork } from './two-desks.ts'

afterEach(closeDesks)

/**
 * The colleague at the other machine took the case over while the clerk printed here without a line: the city has refused the
 * print and what came after it, and nobody has decided.
 */
async function refusedPrint(unknownSteps?: readonly string[]) {
  const desks = await twoDesks(unknownSteps)
  const { one, other } = desks
  expect(await one.step(0, 'accept')).toEqual([])
  expect(await one.step(0, 'approve')).toEqual([])
  await settle(one, other)
  expect(await other.hold(0, 'claim', colleague)).toEqual([])
  expect(await one.step(0, 'print')).toEqual([])
  expect(await one.step(0, 'confirmSheet')).toEqual([])
  await other.round()
  await settle(one, other)
  expect(await stepsOf(one, 1)).toEqual(['print', 'confirmSheet'])
  return desks
}

async function stepsOf(desk: DeskAtWork, open: 0 | 1 | 2): Promise<string[]> {
  return (await desk.refusals(open)).map(({ action }) => action.step)
}

const handedIn = async (desk: DeskAtWork) =>
  ((await desk.caseOf(0))?.handedRefusals ?? []).map(({ refused: { step }, to }) => `${step} ${to.name}`)

describe('a refused step that is handed to a colleague', () => {
  it('is before that colleague at the other machine after the next contact, with what it was made on and had made', async () => {
    const { one, other } = await refusedPrint()
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    await settle(one, other)
    const handed = (await other.caseOf(0))?.handedRefusals?.[0]
    expect(handed).toMatchObject({
      refused: { step: 'print', device: 'D1', by: { name: clerk.name } },
      refusals: [{ code: 'original-not-standing' }],
      base: { caseFile: { status: 'approved' } },
      mine: { caseFile: { status: 'printing' } },
      by: clerk.name,
      note: '请定夺',
    })
    expect(handed && isSamePerson(handed.to, colleague)).toBe(true)
    expect(handed?.mine?.records.map(({ kind }) => kind)).toContain('certificate')
  })

  it('is no longer open where it was refused, and its sheet stays in doubt there until somebody has decided', async () => {
    const { one, other } = await refusedPrint()
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    expect(await stepsOf(one, 2)).toEqual(['print'])
    await settle(one, other)
    expect(await stepsOf(one, 1)).toEqual(['confirmSheet'])
    const [handed] = await one.refusals(2)
    expect(handed?.content.mine?.records.map(({ kind }) => kind)).toContain('certificate')
    expect(await other.settleHanded(0, colleague)).toEqual([])
    await other.round()
    await settle(one, other)
    expect(await stepsOf(one, 2)).toEqual([])
    expect((await one.refusals(0))[0]?.content.closed).toMatchObject({
      by: colleague.name,
      note: '以市局的为准',
    })
  })

  it('is said again by the colleague, and stands at every machine as one step', async () => {
    const { one, other } = await refusedPrint()
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    await settle(one, other)
    expect(await handedIn(other)).toEqual([`print ${colleague.name}`, `confirmSheet ${colleague.name}`])
    expect(await other.sayHandedAgain(0, colleague)).toEqual([])
    expect(await other.sayHandedAgain(0, colleague)).toEqual([])
    await other.round()
    await settle(one, other)
    expect(await one.caseOf(0)).toMatchObject({ status: 'issued' })
    expect((await one.caseOf(0))?.steps.filter(({ step }) => step === 'print')).toHaveLength(1)
    expect(await one.caseOf(0)).not.toHaveProperty('handedRefusals')
    for (const desk of [one, other])
      for (const open of [1, 2] as const) expect(await stepsOf(desk, open)).toEqual([])
  })

  it('bars the next step at every machine that knows of it, but not that the case changes hands', async () => {
    const { one, other } = await refusedPrint()
    expect(await one.handOver(0, clerk, chief)).toEqual([])
    expect(await one.handOver(0, clerk, chief)).toEqual([])
    await settle(one, other)
    for (const desk of [one, other])
      expect(await desk.step(0, 'print', colleague)).toEqual(['handed-refusal'])
    expect(await other.hold(0, 'release', colleague)).toEqual([])
    await other.round()
    await settle(one, other)
    expect(await one.hold(0, 'claim', clerk)).toEqual([])
  })

  it('is said again in the order of its chain, wherever that is', async () => {
    const { one, other } = await refusedPrint()
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    expect(await one.saysOwnAgain(0, clerk)).toEqual(['earlier-refusal'])
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    await settle(one, other)
    expect(await other.handOn(0, colleague, chief)).toEqual([])
    expect(await handedIn(other)).toEqual([`print ${chief.name}`, `confirmSheet ${colleague.name}`])
  })

  it('is one colleague’s when both machines hand it on, and the later one is told', async () => {
    const { one, other } = await refusedPrint()
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    await settle(one, other)
    expect(await other.handOn(0, colleague, chief)).toEqual([])
    expect(await one.handOn(0, clerk, clerk)).toEqual([])
    await other.round()
    await settle(one, other)
    for (const desk of [one, other]) expect(await handedIn(desk)).toEqual([`print ${chief.name}`])
    expect(await stepsOf(one, 2)).toEqual(['print'])
    expect(await stepsOf(one, 1)).toEqual(['confirmSheet'])
  })

  it('is decided once when one machine says it again and the other takes the city’s; the later one is told', async () => {
    const { one, other } = await refusedPrint()
    for (const _ of [1, 2]) expect(await one.handOver(0, clerk, colleague)).toEqual([])
    await settle(one, other)
    expect(await other.sayHandedAgain(0, colleague)).toEqual([])
    expect(await one.settleHanded(0, clerk)).toEqual([])
    await other.round()
    await settle(one, other)
    const { steps = [], settledRefusals } = (await one.caseOf(0)) ?? {}
    expect(settledRefusals).toHaveLength(1)
    expect(steps.filter(({ step }) => step === 'settleRefusal' || step === 'print')).toHaveLength(2)
    expect(await stepsOf(one, 1)).toEqual(['settleRefusal'])
  })

  it('stays decided where the colleague’s word came before the city’s on one of its own', async () => {
    const { one, other } = await refusedPrint()
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    await settle(one, other)
    expect(await other.settleHanded(0, colleague)).toEqual([])
    expect(await one.settleHanded(0, clerk)).toEqual([])
    await other.round()
    await one.pull()
    await settle(one, other)
    expect(await stepsOf(one, 1)).toEqual(['confirmSheet', 'settleRefusal'])
    expect((await one.refusals(0))[0]?.content.closed).toMatchObject({ by: colleague.name })
  })

  it('comes back open with the reason where the city did not take the handing over, and nothing more is to decide', async () => {
    const { one, other } = await refusedPrint(['handRefusal'])
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    await settle(one, other)
    const [print] = await one.refusals(1)
    expect(print?.action.step).toBe('print')
    expect(print?.content).toMatchObject({ cameBack: [{ code: 'original-not-standing' }] })
    expect(print?.content.mine?.caseFile).toMatchObject({ status: 'printing' })
    expect(await stepsOf(one, 1)).toEqual(['print', 'confirmSheet'])
    expect(await stepsOf(one, 2)).toEqual([])
    expect(await handedIn(one)).toEqual([])
    const handing = (await one.refusals(0)).find(({ action }) => action.step === 'handRefusal')
    expect(handing?.content.refusals).toHaveLength(1)
  })

  it('comes back open though somebody had settled it here on top of a handing over that was not taken', async () => {
    const { one, other } = await refusedPrint(['handRefusal', 'settleRefusal'])
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    expect(await one.settleHanded(0, colleague)).toEqual([])
    expect(await stepsOf(one, 2)).toEqual([])
    await settle(one, other)
    expect(await stepsOf(one, 1)).toEqual(['print', 'confirmSheet', 'settleRefusal'])
  })

  it('is told to the colleague in the digest of the machine at which that person works', async () => {
    const { one, other } = await refusedPrint()
    expect(await one.handOver(0, clerk, chief)).toEqual([])
    await settle(one, other)
    const rows = await readDigestRows(other.store, chief.userId)
    const { lines } = await openDigest(other.store, rows, { ...chief, userId: 'chief-at-d2' }, 'D2')
    expect(lines.flatMap(({ news }) => news.map(({ kind, action }) => `${kind} ${action.step}`))).toContain(
      'others handRefusal',
    )
  })

  it('stands the same when the databases are folded anew from their journals', async () => {
    const { one, other } = await refusedPrint()
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    await settle(one, other)
    expect(await other.settleHanded(0, colleague)).toEqual([])
    await other.round()
    await settle(one, other)
    for (const { store, place } of [one, other]) {
      const before = await dumpOf(store.database)
      store.close()
      const rebuilt = await rebuildStore(place.name, place.journal)
      expect(await dumpOf(rebuilt.store.database)).toEqual(before)
    }
  })

  it('of an entry of an older program still stands on this machine, open, with whom it was handed to', async () => {
    const { one } = await refusedPrint()
    const [print] = await one.refusals(1)
    const id = print?.action.id ?? ''
    const assigned = { id, by: clerk.name, note: '请定夺', at: print?.action.at ?? '', to: colleague.name }
    const written = await one.store.write(() => ({ kind: 'refusal-assigned', ...assigned }))
    expect(written.ok).toBe(true)
    const row = await one.store.database.receipts.get(id)
    expect(row?.open).toBe(1)
    expect(row && (await openReceipt(one.store, row)).assigned).toMatchObject({ to: colleague.name })
    expect(await one.handOver(0, clerk, colleague)).toEqual([])
    expect(await stepsOf(one, 2)).toEqual(['print'])
  })
})
