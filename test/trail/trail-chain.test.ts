import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { array, assert, property, constantFrom, nat, pre, record } from 'fast-check'
import { sm3 } from 'sm-crypto-v2'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTrail, trailPath } from '../../electron/services/trail/trail.ts'
import { removalReasonSchema } from '../../shared/retention/retention-schedule.ts'
import { emptyTrail, endAt, nextLine, trailText, verifyTrail } from '../../shared/trail/trail-chain.ts'
import { trailDigests, type TrailDigest } from '../../shared/trail/trail-digest.ts'
import type { TrailEvent } from '../../shared/trail/trail-event.ts'

const userId = constantFrom('a', 'b', 'c')
const event = record({ what: constantFrom('signed-in' as const, 'proof-refused' as const), userId })

const at = '2026-03-04T01:00:00.000Z'

function chainOf(events: readonly TrailEvent[], by: TrailDigest = 'sha-256'): string[] {
  const chosen = by === 'sha-256' ? [] : [{ what: 'digest-chosen', digest: by } as const]
  const lines: string[] = []
  let end = emptyTrail
  for (const each of [...chosen, ...events]) {
    const link = nextLine(end, each, at)
    end = endAt(link, end.by)
    lines.push(trailText(link))
  }
  return lines
}

const digest = constantFrom(...trailDigests)

describe('the chain of the trail', () => {
  it('is whole as it was written, by either digest', () => {
    assert(
      property(array(event, { maxLength: 12 }), digest, (events, by) => {
        const links = events.length + (by === 'sm3' ? 1 : 0)
        expect(verifyTrail(chainOf(events, by))).toMatchObject({ whole: true, links, cut: 0 })
      }),
      { numRuns: 50 },
    )
  })

  it('is whole in whatever order the items of an event were named', () => {
    const counts = { before: 3, after: 2 }
    const reason = removalReasonSchema.options[0]
    const asGiven = { ...counts, reason, kind: 'exports', userId: 'a', what: 'expired-removed' } as TrailEvent
    expect(verifyTrail(chainOf([asGiven]))).toMatchObject({ whole: true, links: 1 })
  })

  it('stands on SM3 from the link behind the choice, and proves itself across it', () => {
    const [chosen = '', first = ''] = chainOf([{ what: 'signed-in', userId: 'a' }], 'sm3')
    const link = JSON.parse(first) as { n: number; at: string; event: object; before: string; digest: string }
    expect(link.digest).toBe(sm3(JSON.stringify([link.n, link.at, link.event, link.before])))
    expect(verifyTrail([chosen.replace('sm3', 'sha-256'), first])).toMatchObject({ whole: false })
  })

  it('whose beginning was cut in order still proves itself; cut anywhere else, or in silence, it does not', () => {
    assert(
      property(array(event, { minLength: 2, maxLength: 8 }), nat(), digest, (events, place, by) => {
        const plain = chainOf(events, by)
        const upTo = 1 + (place % (plain.length - 1))
        const { digest: head } = JSON.parse(plain[upTo - 1] ?? '') as { digest: string }
        const cut = { what: 'trail-cut', userId: 'a', upTo, head, reason: 'term-over' } as const
        const whole = chainOf([...events, cut], by)
        expect(verifyTrail(whole)).toMatchObject({ whole: true, cut: 0 })
        expect(verifyTrail(whole.slice(upTo))).toMatchObject({
          whole: true,
          cut: upTo,
          links: whole.length - upTo,
        })
        expect(verifyTrail(plain.slice(upTo))).toMatchObject({ whole: false, brokenAt: 1 })
        if (upTo + 1 < whole.length) expect(verifyTrail(whole.slice(upTo + 1)).whole).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('with any bit flipped is found, at that line or the next', () => {
    assert(
      property(
        array(event, { minLength: 1, maxLength: 6 }),
        nat(),
        nat(7),
        digest,
        (events, place, bit, by) => {
          const lines = chainOf(events, by)
          const bytes = Buffer.from(`${lines.join('\n')}\n`)
          const at = place % (bytes.length - 1)
          bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
          const changed = bytes.toString('utf8').replace(/\n$/, '').split('\n')
          const proof = verifyTrail(changed)
          expect(proof.whole).toBe(false)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('with a line taken out, doubled or moved is found', () => {
    assert(
      property(array(event, { minLength: 3, maxLength: 8 }), nat(), (events, place) => {
        const lines = chainOf(events)
        const at = place % (lines.length - 1)
        const without = lines.toSpliced(at, 1)
        const doubled = lines.toSpliced(at, 0, lines[at] ?? '')
        const moved = lines.toSpliced(at, 2, lines[at + 1] ?? '', lines[at] ?? '')
        pre(moved.join() !== lines.join())
        for (const changed of [without, doubled, moved]) {
          expect(verifyTrail(changed)).toMatchObject({ whole: false })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('cut off at its end is found against a head kept elsewhere', () => {
    const lines = chainOf([
      { what: 'signed-in', userId: 'a' },
      { what: 'proof-refused', userId: 'a' },
    ])
    const proof = verifyTrail(lines)
    const head = proof.whole ? proof.head : ''
    expect(verifyTrail(lines, head)).toMatchObject({ whole: true })
    expect(verifyTrail(lines.slice(0, 1), head)).toMatchObject({ whole: false, brokenAt: 2 })
  })

  it('names the first broken link', () => {
    const lines = chainOf(Array.from({ length: 5 }, () => ({ what: 'signed-in', userId: 'a' }) as const))
    const changed = lines.with(2, (lines[2] ?? '').replace('"userId":"a"', '"userId":"b"'))
    expect(verifyTrail(changed)).toEqual({
      whole: false,
      brokenAt: 3,
      why: '内容和校验值对不上，被改过。',
    })
  })
})

describe('the trail on disk', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trail-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const now = () => new Date('2026-03-04T01:00:00.000Z')
  const written = () => readFileSync(trailPath(folder), 'utf8').trimEnd().split('\n')

  it('goes on where the program ended', async () => {
    await (await openTrail(folder, now)).note({ what: 'started', version: '1' })
    await (await openTrail(folder, now)).note({ what: 'started', version: '1' })
    expect(verifyTrail(written())).toMatchObject({ whole: true, links: 2 })
  })

  it('keeps its order when much is noted at once', async () => {
    const trail = await openTrail(folder, now)
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => trail.note({ what: 'signed-in', userId: String(n) })),
    )
    expect(verifyTrail(written())).toMatchObject({ whole: true, links: 40 })
  })

  it('cuts a line that the power tore off, and says so', async () => {
    await (await openTrail(folder, now)).note({ what: 'started', version: '1' })
    appendFileSync(trailPath(folder), '{"n":2,"at":"20')
    await openTrail(folder, now)
    expect(verifyTrail(written())).toMatchObject({ whole: true, links: 2 })
    expect(written()[1]).toContain('"torn-line-cut","bytes":15')
  })

  it('goes on by the digest chosen, also in the next run of the program and behind a cut', async () => {
    const first = await openTrail(folder, now)
    await first.note({ what: 'started', version: '1' })
    await first.choose('sm3')
    await first.choose('sm3')
    await first.note({ what: 'signed-in', userId: 'a' })
    expect(written()).toHaveLength(3)
    const second = await openTrail(folder, now)
    await second.note({ what: 'signed-in', userId: 'b' })
    expect(await second.cut(2, { userId: 'a', reason: 'term-over' })).toEqual({ before: 4, after: 3 })
    await (await openTrail(folder, now)).note({ what: 'signed-in', userId: 'c' })
    expect(verifyTrail(written())).toMatchObject({ whole: true, links: 4, cut: 2 })
    expect(written()[0]).toContain('"n":3')
  })

  it('with the power gone between the cut and the new file is whole, and is cut again in order', async () => {
    const trail = await openTrail(folder, now)
    for (const userId of ['a', 'b', 'c']) await trail.note({ what: 'signed-in', userId })
    const { digest: head } = JSON.parse(written()[1] ?? '') as { digest: string }
    await trail.note({ what: 'trail-cut', userId: 'a', upTo: 2, head, reason: 'term-over' })
    const again = await openTrail(folder, now)
    expect(verifyTrail(written())).toMatchObject({ whole: true, links: 4 })
    await again.cut(2, { userId: 'a', reason: 'term-over' })
    expect(verifyTrail(written())).toMatchObject({ whole: true, links: 3, cut: 2 })
  })
})
