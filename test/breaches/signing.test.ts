import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Desk } from '../../electron/desk.ts'
import { openProfile } from '../../electron/services/profile/profile.ts'
import { forSomebodyAt } from '../../electron/services/session/for-somebody.ts'
import { Session } from '../../electron/services/session/session.ts'
import { authorHandlers } from '../../electron/services/signing/author-handlers.ts'
import { openTrail } from '../../electron/services/trail/trail.ts'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { makeStation, reissueActions } from '../builders/reissues.ts'
import { officer } from '../keys/made-keyring.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hukou-desk-signing-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

const at = '2026-03-10T01:00:00.000Z'

/** Two steps of the officer's, the second changed, put before the machine with that officer or nobody at the desk. */
async function signing(somebody: boolean, change: (action: Action) => Action) {
  vi.setSystemTime(new Date(at))
  const session = new Session(folder, Date.now)
  if (somebody) session.begin(officer, 'aes-256-gcm', randomBytes(32), { author: randomBytes(32) })
  const newDeviceId = () => '8d5ab591-9bf0-4450-ac3f-e99473e518c5'
  const first = { sample: true, firstBlocks: true, newDeviceId, cityAddress: '' }
  const trail = await openTrail(folder, () => new Date())
  const desk = { session, trail, profile: await openProfile(folder, first) } as unknown as Desk
  const { id: userId, name, role, policeNumber, station } = officer
  const walk = reissueActions({ station: makeStation(3), n: 0 })
  const by = { userId, name, role, policeNumber }
  const own = { ...must(walk[0], 'a walk'), by, station, device: desk.profile.device, at }
  const actions = [own, change({ ...own, id: '8d5ab591-9bf0-4450-ac3f-e99473e518c5' })]
  const signed = await authorHandlers(desk, forSomebodyAt(desk))['actions.sign'](
    { actions },
    undefined as never,
  )
  const code = signed.ok ? '' : must(signed.refusals[0], 'a refusal has a reason').code
  const events = (await trail.lines()).map((line) => (JSON.parse(line) as { event: object }).event)
  return { signed, code, events }
}

describe('signing what is recorded', () => {
  it('is done for the person at the desk', async () => {
    const { signed } = await signing(true, (action) => action)
    expect(signed.ok && signed.value.signatures).toHaveLength(2)
  })

  it.each<[string, (action: Action) => Action, string]>([
    ['a colleague’s name', (action) => ({ ...action, by: { ...action.by, userId: 'u2' } }), 'not-own-action'],
    ['a higher role', (action) => ({ ...action, by: { ...action.by, role: 'chief' } }), 'not-own-action'],
    [
      'another police number',
      (action) => ({ ...action, by: { ...action.by, policeNumber: '9' } }),
      'not-own-action',
    ],
    ['another name', (action) => ({ ...action, by: { ...action.by, name: '样例别人' } }), 'not-own-action'],
    ['another station', (action) => ({ ...action, station: '150499000002' }), 'not-own-action'],
    ['another machine', (action) => ({ ...action, device: 'D99' }), 'not-own-action'],
    ['yesterday', (action) => ({ ...action, at: '2026-03-09T01:00:00.000Z' }), 'other-time'],
    ['an hour from now', (action) => ({ ...action, at: '2026-03-10T02:00:00.000Z' }), 'other-time'],
  ])('is refused for %s, for the whole message, and told to the trail', async (_what, change, code) => {
    const tried = await signing(true, change)
    expect(tried.code).toBe(code)
    expect(tried.events).toContainEqual({ what: 'refused', userId: officer.id, code })
  })

  it('is refused while nobody is signed in', async () => {
    const tried = await signing(false, (action) => action)
    expect(tried.code).toBe('locked')
    expect(tried.events).toContainEqual({ what: 'refused', userId: 'nobody', code: 'locked' })
  })
})
