import { defineConfig } from 'vitest/config'
import { SlowFirst } from './setup/slow-first.ts'

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/e2e/**'],
    globalSetup: ['tests/setup/build.ts', 'tests/setup/database.ts'],
    setupFiles: ['tests/setup/honest.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
