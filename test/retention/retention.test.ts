import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cutUpTo } from '../../electron/services/retention/due-trail.ts'
import { filesOf, removeDueFiles } from '../../electron/services/retention/kept-files.ts'
import { isDue, keptForEver, removableKinds, retentionOf } from '../../shared/retention/retention-schedule.ts'
import { emptyTrail, nextLine, type TrailLine } from '../../shared/trail/trail-chain.ts'
import type { TrailEvent } from '../../shared/trail/trail-event.ts'

const day = 86_400_000
const now = Date.parse('2030-06-01T00:00:00.000Z')

describe('the schedule', () => {
  it('keeps what the law keeps for ever, and a trail for three years at the least', () => {
    for (const { days } of Object.values(keptForEver)) expect(days).toBe('for-ever')
    expect(Object.keys(keptForEver).filter((kind) => removableKinds.some((other) => other === kind))).toEqual(
      [],
    )
    expect(retentionOf('trail').days).toBeGreaterThanOrEqual(3 * 365 + 1)
    expect(retentionOf('logs').days).toBeGreaterThanOrEqual(183)
  })

  it('gives each kind a term, a beginning and a law', () => {
    for (const retention of [...removableKinds.map(retentionOf), ...Object.values(keptForEver)])
      for (const part of [retention.name, retention.from, retention.basis])
        expect(part).toMatch(/\p{Script=Han}/u)
  })

  it.each(removableKinds)(
    '%s is due the moment after its term and not before, and never by a clock set back',
    (kind) => {
      const term = retentionOf(kind).days * day
      expect(isDue(kind, now - term, now)).toBe(false)
      expect(isDue(kind, now - term - 1, now)).toBe(true)
      expect(isDue(kind, now + day, now)).toBe(false)
    },
  )
})

describe('files that were kept for their term', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'retention-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const put = (name: string, age: number) => {
    const path = join(folder, 'exports', name)
    writeFileSync(path, 'x')
    utimesSync(path, new Date(now - age * day), new Date(now - age * day))
  }

  it('are removed, the younger ones stay, and what is no file of the folder is not touched', async () => {
    mkdirSync(join(folder, 'exports', 'inner'), { recursive: true })
    writeFileSync(join(folder, 'elsewhere'), 'x')
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'exports', 'link'))
    put('old.xlsx', 31)
    put('older.xlsx', 400)
    put('young.xlsx', 29)
    expect((await filesOf(folder, 'exports')).map(({ changedAt }) => changedAt)).toHaveLength(3)
    expect(await removeDueFiles(folder, 'exports', now)).toEqual({ before: 3, after: 1 })
    expect(readdirSync(join(folder, 'exports')).toSorted()).toEqual(['inner', 'link', 'young.xlsx'])
    expect(existsSync(join(folder, 'elsewhere'))).toBe(true)
  })

  it('are none where the folder was never made', async () => {
    expect(await removeDueFiles(folder, 'printed', now)).toEqual({ before: 0, after: 0 })
  })
})

describe('how far a trail may be cut', () => {
  const chain = (links: readonly (readonly [age: number, event: TrailEvent])[]): TrailLine[] => {
    const made: TrailLine[] = []
    let end = emptyTrail
    for (const [age, event] of links) {
      const link = nextLine(end, event, new Date(now - age * day).toISOString())
      end = { ...end, n: link.n, digest: link.digest }
      made.push(link)
    }
    return made
  }
  const seen = { what: 'signed-in', userId: 'a' } as const
  const anchored = (n: number) => ({ what: 'anchored', n, head: 'x' }) as const

  it('to the last link older than three years, and only as far as the city holds it', () => {
    const old = [1200, 1190, 1150, 1100].map((age) => [age, seen] as const)
    expect(cutUpTo(chain([...old, [3, seen]]), now)).toBe(0)
    expect(cutUpTo(chain([...old, [3, anchored(4)]]), now)).toBe(4)
    expect(cutUpTo(chain([...old, [3, anchored(2)]]), now)).toBe(2)
    expect(
      cutUpTo(
        chain([
          [1000, seen],
          [3, anchored(1)],
        ]),
        now,
      ),
    ).toBe(0)
    expect(cutUpTo([], now)).toBe(0)
  })

  it('not past a link that is young, whatever stands behind it', () => {
    expect(
      cutUpTo(
        chain([
          [1200, seen],
          [1, seen],
          [1200, seen],
          [1, anchored(3)],
        ]),
        now,
      ),
    ).toBe(1)
  })
})
