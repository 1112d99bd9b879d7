import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../out/e2e',
  // One desk at a time: the machine has few cores, and timings of two would disturb each other.
  workers: 1,
  fullyParallel: false,
  // Two busy cores start a city in half a minute; nothing here measures time.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
})
