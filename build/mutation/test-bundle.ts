import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Script } from 'node:vm'
import { build } from 'vite'

type Exports = Record<string, unknown>
type Require = (name: string) => unknown

interface Chunk {
  readonly script: Script
  readonly imports: readonly string[]
}

/**
 * The tests and everything of the project that they import, bundled once. A mutant is one switch in that code, so a fresh
 * evaluation of the bundle is a fresh environment: nothing that a rule keeps from the mutant before can be left in it.
 */
export class TestBundle {
  private constructor(
    private readonly chunks: ReadonlyMap<string, Chunk>,
    private readonly libraries: ReadonlyMap<string, unknown>,
    /** Chunk of each test file, by its path in the project. */
    private readonly entries: ReadonlyMap<string, string>,
  ) {}

  static async of(root: string, folders: readonly string[]): Promise<TestBundle> {
    const files = folders.flatMap((folder) => testFilesIn(root, folder))
    const { output } = await bundled(root, files)
    const chunks = new Map<string, Chunk>()
    const entries = new Map<string, string>()
    for (const part of output) {
      if (part.type !== 'chunk') continue
      const wrapped = `(function (exports, require, module) {${part.code}\n})`
      chunks.set(part.fileName, {
        script: new Script(wrapped, { filename: part.fileName }),
        imports: part.imports,
      })
      if (part.facadeModuleId && part.isEntry) entries.set(relative(root, part.facadeModuleId), part.fileName)
    }
    return new TestBundle(chunks, await librariesOf(chunks), entries)
  }

  get testFiles(): string[] {
    return [...this.entries.keys()]
  }

  /** A fresh environment: evaluates a test file each time it is asked to, and what such files import once. */
  environment(): (testFile: string) => void {
    const evaluated = new Map<string, Exports>()
    const require: Require = (name) => {
      const chunk = name.replace(/^\.\//, '')
      return this.chunks.has(chunk) ? (evaluated.get(chunk) ?? evaluate(chunk)) : this.library(name)
    }
    const evaluate = (name: string): Exports => {
      const module = { exports: {} as Exports }
      evaluated.set(name, module.exports)
      const run = this.chunks.get(name)?.script.runInThisContext() as (...given: unknown[]) => void
      run(module.exports, require, module)
      return module.exports
    }
    return (testFile) => void evaluate(this.entries.get(testFile) ?? testFile)
  }

  private library(name: string): unknown {
    if (!this.libraries.has(name))
      throw new Error(`the bundle of tests asks for ${name}, which it did not name`)
    return this.libraries.get(name)
  }
}

function testFilesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
}

async function bundled(root: string, files: readonly string[]) {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        input: files.map((file) => join(root, file)),
        treeshake: false,
        output: { format: 'cjs', entryFileNames: '[name]-[hash].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  })
  if (Array.isArray(result) || !('output' in result)) throw new Error('one bundle of tests was expected')
  return result
}

/** Libraries are loaded once and kept: nothing of them is mutated. */
async function librariesOf(chunks: ReadonlyMap<string, Chunk>): Promise<Map<string, unknown>> {
  const names = [...chunks.values()].flatMap(({ imports }) => imports).filter((name) => !chunks.has(name))
  const libraries = new Map<string, unknown>()
  for (const name of new Set(names)) libraries.set(name, await import(name))
  return libraries
}
