import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
import { openDatabase } from '../../renderer/local/database.ts'
import { Register } from '../../renderer/local/register.ts'
import { packBlock, splitIntoBlocks, unpackBlock } from '../../renderer/local/resident-blocks.ts'
import { madeCodec } from '../local/made-codec.ts'
import { makeResidents } from '../local/made-residents.ts'

/** People in the register; with a household of their own each. */
const people = 100_000

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

it(`the sealed register against plain rows of the same database library, ${people} people`, async () => {
  const rows = makeResidents(people)
  const plain = new Dexie('bench-plain')
  plain.version(1).stores({ rows: 'key, name, citizenId' })
  const sealed = openDatabase('bench-sealed')
  const table = plain.table('rows')
  const place = 500

  const sealBlock = async (number: number, block: typeof rows) => ({
    number,
    kind: 'person' as const,
    sealed: await madeCodec.seal(packBlock(block), `blocks/${number}`),
  })
  const openBlock = async (number: number) => {
    const row = await sealed.blocks.get(number)
    return unpackBlock((await madeCodec.open(row?.sealed ?? new Uint8Array(), `blocks/${number}`)) as never)
  }
  const figures = {
    import: {
      plain: await milliseconds(() => table.bulkPut(rows)),
      sealed: await milliseconds(async () => {
        const blocks = await Promise.all(splitIntoBlocks(rows).map((block, at) => sealBlock(at + 1, block)))
        await sealed.blocks.bulkPut(blocks)
      }),
    },
    'open to searchable': {
      plain: await milliseconds(async () => {
        const all = await table.toArray()
        expect(new Map(all.map((row: { key: string }) => [row.key, row])).size).toBe(rows.length)
      }),
      sealed: await milliseconds(async () => {
        const register = await Register.load(sealed, madeCodec)
        expect([...register.all()]).toHaveLength(rows.length)
      }),
    },
    'read one person from disk': {
      plain: await milliseconds(() => table.get(rows[place * 2]?.key ?? '')),
      sealed: await milliseconds(() => openBlock(Math.floor((place * 2) / 128) + 1)),
    },
    'change one person on disk': {
      plain: await milliseconds(() => table.put(rows[place])),
      sealed: await milliseconds(async () => {
        const number = Math.floor(place / 128) + 1
        await sealed.blocks.put(await sealBlock(number, await openBlock(number)))
      }),
    },
  }
  const lines = Object.entries(figures).map(
    ([what, { plain: one, sealed: other }]) =>
      `${what.padEnd(28)} plain ${one.toFixed(1).padStart(9)} ms   sealed ${other.toFixed(1).padStart(9)} ms   ratio ${(other / one).toFixed(2)}`,
  )
  console.log(`\n${lines.join('\n')}\n`)
  await plain.delete()
  await sealed.delete()
}, 300_000)
