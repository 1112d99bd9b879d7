import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { array, assert, property, constantFrom, nat, pre, record } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTrail, trailPath } from '../../electron/services/trail/trail.ts'
import { nextLine, trailText, verifyTrail, type TrailLine } from '../../shared/trail/trail-chain.ts'
import type { TrailEvent } from '../../shared/trail/trail-event.ts'

const userId = constantFrom('a', 'b', 'c')
const event = record({ what: constantFrom('signed-in' as const, 'proof-refused' as const), userId })

function chainOf(events: readonly TrailEvent[]): string[] {
  const lines: string[] = []
  let last: TrailLine | undefined
  for (const each of events) {
    last = nextLine(last, each, '2026-03-04T01:00:00.000Z')
    lines.push(trailText(last))
  }
  return lines
}

describe('the chain of the trail', () => {
  it('is whole as it was written', () => {
    assert(
      property(array(event, { maxLength: 12 }), (events) => {
        expect(verifyTrail(chainOf(events))).toMatchObject({ whole: true, links: events.length })
      }),
      { numRuns: 50 },
    )
  })

  it('with any bit flipped is found, at that line or the next', () => {
    assert(
      property(array(event, { minLength: 1, maxLength: 6 }), nat(), nat(7), (events, place, bit) => {
        const lines = chainOf(events)
        const bytes = Buffer.from(`${lines.join('\n')}\n`)
        const at = place % (bytes.length - 1)
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at)
        const changed = bytes.toString('utf8').replace(/\n$/, '').split('\n')
        const proof = verifyTrail(changed)
        expect(proof.whole).toBe(false)
      }),
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
})
