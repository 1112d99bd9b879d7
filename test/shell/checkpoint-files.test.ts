import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCheckpoints, type CheckpointFiles } from '../../electron/services/journal/checkpoint-files.ts'
import type { Checkpoint } from '../../shared/ipc/checkpoint-channels.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'

let dataFolder: string
let files: CheckpointFiles
const dataKey = randomBytes(32)
const planted = '样例计划外姓名'

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'checkpoints-'))
  files = openCheckpoints(dataFolder, suiteNamed('aes-256-gcm'), dataKey)
})
afterEach(() => rm(dataFolder, { recursive: true, force: true }))

/** One of several pieces: the rows take more than a mebibyte each. */
function made(n: number): Checkpoint {
  const sealed = new Uint8Array(randomBytes(1_200_000))
  const cases = [{ id: `case-${n}`, status: planted, sealed }]
  return { n, entry: 'a'.repeat(64), schema: 6, tables: { cases, meta: [{ name: 'sequence', value: n }] } }
}
const fileOf = (n: number) =>
  join(dataFolder, 'checkpoints', `checkpoint-${String(n).padStart(12, '0')}.sealed`)

describe('checkpoints on disk', () => {
  it('come back as they were, bytes and all, each with bytes of its own', async () => {
    const checkpoint = made(700)
    await files.keep(checkpoint)
    const read = await files.newestBelow(701)
    expect(read).toEqual(checkpoint)
    const sealed = read?.tables['cases']?.[0]?.['sealed'] as Uint8Array
    expect(sealed.buffer.byteLength).toBe(sealed.length)
  })

  it('are two at most, and the newest below a number is handed out', async () => {
    for (const n of [500, 1000, 1500]) await files.keep(made(n))
    expect(await readdir(join(dataFolder, 'checkpoints'))).toHaveLength(2)
    expect(await files.last()).toBe(1500)
    expect((await files.newestBelow(2000))?.n).toBe(1500)
    expect((await files.newestBelow(1500))?.n).toBe(1000)
    expect(await files.newestBelow(1000)).toBeUndefined()
  })

  it('say nothing in clear, and open with no other key', async () => {
    await files.keep(made(500))
    expect((await readFile(fileOf(500))).includes(planted)).toBe(false)
    const stranger = openCheckpoints(dataFolder, suiteNamed('aes-256-gcm'), randomBytes(32))
    expect(await stranger.newestBelow(501)).toBeUndefined()
  })

  it('that were torn, changed or renamed are passed over for the older one', async () => {
    await files.keep(made(500))
    const whole = await readFile(fileOf(500))
    await files.keep(made(1000))
    const newest = await readFile(fileOf(1000))
    await fc.assert(
      fc.asyncProperty(fc.nat(newest.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bit) => {
        const bent = Buffer.from(newest)
        bent[at] = (bent[at] ?? 0) ^ bit
        await writeFile(fileOf(1000), bent)
        expect((await files.newestBelow(1001))?.n).toBe(500)
      }),
      { numRuns: 12 },
    )
    await writeFile(fileOf(1000), newest)
    await truncate(fileOf(1000), newest.length - 1)
    expect((await files.newestBelow(1001))?.n).toBe(500)
    await writeFile(fileOf(1000), whole)
    expect((await files.newestBelow(1001))?.n).toBe(500)
    await writeFile(fileOf(500), '')
    expect(await files.newestBelow(1001)).toBeUndefined()
  })
})
