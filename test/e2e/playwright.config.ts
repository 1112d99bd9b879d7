import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { electronRuntime } from '../../build/electron-runtime.mjs'

// Once, before there are workers: two that made the same runtime at the same moment would write into each other's.
await electronRuntime()

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../out/e2e',
  // A desk's page keeps one core busy and leaves a second one half idle; nothing here measures time.
  workers: Math.min(2, availableParallelism()),
  fullyParallel: false,
  // Two busy cores start a city in half a minute.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
})
