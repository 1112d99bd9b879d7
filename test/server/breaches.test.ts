import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { actionsFiledSchema, faultSchema } from '../../shared/sync/messages.ts'
import { must } from '../../shared/base/must.ts'
import { takeUserKeys } from '../../server/authors/take-user-keys.ts'
import { makeChallenge } from '../../server/tokens/challenge.ts'
import { takeReport } from '../../server/machines/take-report.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { attachmentBreaches } from './attachment-breach-table.ts'
import { authorBreaches } from './author-breach-table.ts'
import { freshSteps, leaverOf, type Attempt, type Scene } from './breach.ts'
import { breaches } from './breach-table.ts'
import { addStation, fetchAll, openPostgresForTest, send, type CityUnderTest } from './city-under-test.ts'

let base: CityUnderTest
let scene: Scene
let log = ''

beforeAll(async () => {
  const opened = await openPostgresForTest()
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      log += chunk.toString()
      done()
    },
  })
  const app = await buildApp({ city: opened.city, sample: true, logger: { level: 'info', stream } })
  base = { ...opened, app }
  const mine = await addStation(base.city, 3)
  const theirs = await addStation(base.city, 1)
  const signing = await addStation(base.city, 1)
  const [authors, unknown] = [new MadeAuthors(signing.code, 'D1'), new MadeAuthors(signing.code, 'D1')]
  for (const by of [signing.clerk, signing.chief, leaverOf(signing)]) authors.personOf(by)
  unknown.personOf(signing.clerk)
  const { challenge } = await makeChallenge(base.city)
  await takeReport(base.city, authors.machineReport(challenge))
  await takeUserKeys(base.city, authors.report())
  await base.city.database.query('update author_keys set ended_at = $2 where police_number = $1', [
    leaverOf(signing).policeNumber,
    '2026-03-01T00:00:00.000Z',
  ])
  scene = { mine, theirs, signing, authors, unknown, steps: freshSteps(mine, 0) }
})
afterAll(() => base.close())

function tried({ method, url, headers = {}, payload }: Attempt) {
  return base.app.inject({
    method: method as 'GET',
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  })
}

async function counts(): Promise<readonly unknown[]> {
  return base.city.database.query(
    'select (select count(*) from actions) as actions, (select count(*) from cases) as cases, (select count(*) from stations) as stations',
  )
}

describe('an attempted breach of the city', () => {
  it.each([...breaches, ...authorBreaches, ...attachmentBreaches])(
    'ends with a reason and changes nothing: $attack',
    async (breach) => {
      const before = await counts()
      const answer = await tried(breach.try({ ...scene, steps: freshSteps(scene.mine, 0) }))
      expect(answer.statusCode, answer.body).toBe(breach.status)
      if (breach.status === 200) {
        const [verdict] = actionsFiledSchema.parse(answer.json()).verdicts
        expect(verdict?.outcome).toBe('refused')
        const refusals = verdict?.outcome === 'refused' ? verdict.refusals : []
        expect(refusals[0]?.message).toMatch(/\p{Script=Han}/u)
        if (breach.code) expect(refusals.map(({ code }) => code)).toContain(breach.code)
      } else {
        const fault = faultSchema.parse(answer.json())
        expect(fault.message).toMatch(/\p{Script=Han}/u)
        if (breach.code) expect(fault.code).toBe(breach.code)
      }
      expect(await counts()).toEqual(before)
      expect(Object.prototype).not.toHaveProperty('isAdmin')
    },
  )

  it('a message that is sent again is filed once; an action bent under a known id is refused', async () => {
    const steps = freshSteps(scene.mine, 1)
    const first = await send(base.app, scene.mine, steps)
    expect(first.map(({ outcome }) => outcome)).toEqual(steps.map(() => 'accepted'))
    expect(await send(base.app, scene.mine, steps)).toEqual(first)
    const bent = must(steps[1], 'approve')
    const [verdict] = await send(base.app, scene.mine, [{ ...bent, facts: { ...bent.facts, opinion: '改' } }])
    expect(verdict).toMatchObject({ outcome: 'refused', refusals: [{ code: 'id-reused' }] })
    const filed = await fetchAll(base.app, scene.mine)
    expect(new Set(filed.map(({ action }) => action.id)).size).toBe(filed.length)
  })

  it('steps sent in another order than they were taken are refused', async () => {
    const steps = freshSteps(scene.mine, 2)
    const verdicts = await send(base.app, scene.mine, steps.toReversed())
    expect(verdicts.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1)
  })

  it('whoever accepted a case cannot approve it, whatever role they claim', async () => {
    const steps = freshSteps(scene.mine, 2)
    const accept = must(steps[0], 'accept')
    const approve = must(steps[1], 'approve')
    const verdicts = await send(base.app, scene.mine, [
      accept,
      { ...approve, by: { ...approve.by, userId: accept.by.userId } },
    ])
    expect(verdicts[1]?.outcome).toBe('refused')
  })

  it('leaves its line in the log, and no name, number, token or body with it', () => {
    const lines = log.trim().split('\n')
    expect(lines.filter((line) => line.includes('"status":403')).length).toBeGreaterThan(3)
    for (const secret of [
      scene.mine.token,
      scene.theirs.token,
      scene.mine.clerk.name,
      '三月五日在汽车站丢失',
      'drop table',
    ])
      expect(log).not.toContain(secret)
  })
})
