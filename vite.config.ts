import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import type { Plugin, UserConfig } from 'vite'
import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** The oldest Chromium and Node that may run the program: those of the verification runtime (Electron 33). */
const oldestChromium = 'chrome130'
const oldestNode = 'node20.18'

/**
 * The spreadsheet library packs larger files in a worker made of a blob, which the page's policy forbids. There it gets
 * the same packing done in place; a list that leaves the station is short.
 */
const packInPlace: Plugin = {
  name: 'pack-in-place',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source === 'fflate' && importer?.includes('write-excel-file')
      ? join(import.meta.dirname, 'renderer/desk/export-packing.ts')
      : undefined,
}

/** The counter: one page and its workers. Fonts stay files, because the paper loads them as whole bytes. */
const renderer: UserConfig = {
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react(), packInPlace],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: oldestChromium,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
  },
}

/** The machine: one module with every dependency inside, so that the package carries no node_modules. */
const electron: UserConfig = {
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: 'electron/main.ts',
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: oldestNode,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
  },
}

/** The bridge: a sandboxed preload may only be one CommonJS file. */
const preload: UserConfig = {
  publicDir: false,
  ssr: { target: 'node', noExternal: true, external: ['electron'] },
  build: {
    ssr: 'electron/preload.ts',
    outDir: 'dist/electron',
    emptyOutDir: false,
    target: oldestNode,
    minify: false,
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false } },
  },
}

/** The city: its libraries stay in node_modules, as on any server. */
const server: UserConfig = {
  publicDir: false,
  ssr: { target: 'node' },
  build: {
    ssr: 'server/main.ts',
    outDir: 'dist/server',
    emptyOutDir: true,
    target: oldestNode,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
}

/** A program behind a command of its own, with the migrations taken in as the server has them. */
const tool = (entry: string, outDir: string): UserConfig => ({
  publicDir: false,
  ssr: { target: 'node' },
  build: {
    ssr: entry,
    outDir,
    emptyOutDir: true,
    target: oldestNode,
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'main.js' } },
  },
})

const rooms: Record<string, UserConfig> = {
  renderer,
  electron,
  preload,
  server,
  fuzz: tool('test/fuzz/main.ts', 'dist/fuzz'),
  bundle: tool('server/bundle/main.ts', 'dist/bundle'),
  'sync-bench': tool('test/bench/sync/main.ts', 'dist/sync-bench'),
}

/** No request may leave the machine during a test, and root may not use Chromium's own sandbox. */
const chromiumSwitches = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** One for each core, of which a small machine has two: Vitest by itself would leave one of them idle. */
const workers = availableParallelism()

const tests = {
  projects: [
    {
      test: {
        name: 'unit',
        environment: 'node' as const,
        include: ['test/**/*.test.ts'],
        exclude: ['test/e2e/**', 'test/server/**', 'test/bench/**', 'test/**/*.browser.test.ts'],
        // Two slow cores must not fail what is right; nothing here measures time.
        testTimeout: 30_000,
        maxWorkers: workers,
      },
    },
    {
      test: {
        name: 'server',
        environment: 'node' as const,
        include: ['test/server/**/*.test.ts'],
        testTimeout: 240_000,
        hookTimeout: 300_000,
        maxWorkers: workers,
      },
    },
    ...['browser', 'bench'].map((name) => ({
      optimizeDeps: {
        include: [
          'base64-js',
          'dexie',
          'fast-check',
          'image-size',
          'zod',
          '@noble/ciphers/aes.js',
          '@noble/hashes/hkdf.js',
          '@noble/hashes/hmac.js',
          '@noble/hashes/sha2.js',
          '@noble/hashes/utils.js',
          'sm-crypto-v2',
          'temporal-polyfill',
        ],
      },
      test: {
        name,
        include: [name === 'bench' ? 'test/bench/**/*.browser.test.ts' : 'test/local/**/*.browser.test.ts'],
        testTimeout: 60_000,
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({
            launchOptions: { executablePath: '/usr/bin/chromium', args: chromiumSwitches },
          }),
          instances: [{ browser: 'chromium' as const }],
        },
      },
    })),
  ],
}

export default defineConfig(async ({ mode }): Promise<ViteUserConfig> => {
  const room = rooms[mode]
  if (room) return room
  const { LongestFirst } = await import('./build/longest-first.ts')
  return { publicDir: false, test: { ...tests, sequence: { sequencer: LongestFirst } } }
})
