import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../out/e2e',
  // One desk at a time: the machine has few cores, and timings of two would disturb each other.
  workers: 1,
  fullyParallel: false,
  timeout: 60_000,
  reporter: [['list']],
})
