import { defineConfig } from 'vitest/config'

/** The tests that a mutated rule is put before: judgements, walks and the law's own tables. */
export default defineConfig({
  publicDir: false,
  test: {
    environment: 'node',
    include: ['test/cases/**/*.test.ts', 'test/policy/**/*.test.ts', 'test/people/**/*.test.ts'],
  },
})
