import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeTables } from '../../build/code-tables/make-tables.ts'

const folder = new URL('../../shared/codes/tables/', import.meta.url)

describe('the committed code tables', () => {
  it.each(makeTables().map(({ name, text }) => [name, text] as const))(
    '%s is what build/code-tables/generate.ts makes',
    (name, text) => {
      expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text)
    },
  )

  it('are exactly those that the generator knows', () => {
    const made = makeTables().map(({ name }) => name)
    expect(readdirSync(folder).sort()).toEqual(made.sort())
  })
})
