import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
let house = ''

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'hukou-house-'))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  writeFileSync(
    join(house, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { dexie: '4', pdfmake: '0' } }),
  )
})

afterEach(() => rmSync(house, { recursive: true, force: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

/** What the import rules say about the little house, and whether they let it pass. */
function judgeImports(): { passes: boolean; words: string } {
  const rules = join(root, 'build/import-rules.cjs')
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cruise, '--config', rules, '--output-type', 'err-long', '.'],
    {
      cwd: house,
      encoding: 'utf8',
    },
  )
  return { passes: status === 0, words: stdout + stderr }
}

describe('the import rules stop the build with their reason', () => {
  it('lets a house pass in which everybody keeps to the rules', () => {
    put('shared/base/must.ts', 'export const must = 1\n')
    put(
      'renderer/local/store.ts',
      "import { Dexie } from 'dexie'\nimport { must } from '../../shared/base/must.ts'\nexport const store = [Dexie, must]\n",
    )
    expect(judgeImports()).toMatchObject({ passes: true })
  })

  it('when a case type imports another', () => {
    put('shared/cases/one-case/index.ts', 'export const one = 1\n')
    put(
      'shared/cases/two-case/index.ts',
      "import { one } from '../one-case/index.ts'\nexport const two = one\n",
    )
    const { passes, words } = judgeImports()
    expect(passes).toBe(false)
    expect(words).toContain('case-types-never-import-each-other')
    expect(words).toContain('A case type is one folder that can be lifted out')
  })

  it('when Dexie is touched outside renderer/local', () => {
    put('renderer/screens/list.ts', "import { Dexie } from 'dexie'\nexport const list = Dexie\n")
    const { passes, words } = judgeImports()
    expect(passes).toBe(false)
    expect(words).toContain('dexie-only-in-local')
  })

  it('when the counter reaches into the city', () => {
    put('server/city.ts', 'export const city = 1\n')
    put('renderer/screens/list.ts', "import { city } from '../../server/city.ts'\nexport const list = city\n")
    const { passes, words } = judgeImports()
    expect(passes).toBe(false)
    expect(words).toContain('renderer-stays-in-its-room')
  })

  it('when shared reaches for Node', () => {
    put('shared/people/file.ts', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n")
    const { passes, words } = judgeImports()
    expect(passes).toBe(false)
    expect(words).toContain('shared-knows-no-node')
  })
})

describe('the compiler stops the build', () => {
  it('when shared speaks of the window', () => {
    put('shared/people/screen.ts', 'export const width = window.innerWidth\n')
    put(
      'shared/tsconfig.json',
      JSON.stringify({
        extends: join(root, 'shared/tsconfig.json'),
        compilerOptions: {
          composite: false,
          noEmit: true,
          emitDeclarationOnly: false,
          rootDir: '.',
          tsBuildInfoFile: null,
        },
        include: ['**/*.ts'],
      }),
    )
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(house, 'shared')],
      { encoding: 'utf8' },
    )
    expect(status).not.toBe(0)
    expect(stdout).toMatch(/Cannot find name 'window'/)
  })
})

describe('the lint stops the build', () => {
  it('when shared reads a clock of its own', () => {
    put('shared/people/clock.ts', 'export const now = (): number => Date.now()\n')
    symlinkSync(join(root, '.oxlintrc.json'), join(house, '.oxlintrc.json'))
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/oxlint/bin/oxlint'), 'shared'],
      { cwd: house, encoding: 'utf8' },
    )
    expect(status).not.toBe(0)
    expect(stdout).toContain('shared has no clock of its own')
  })
})
