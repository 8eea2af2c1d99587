import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// unit: pure, quick, no process and no socket. integration: the real programs through HTTP, with a real database.
export default defineConfig({
  test: {
    // Integration tests wait more than they compute.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        test: {
          name: 'unit',
          // Pure code leaves nothing behind for the next file.
          isolate: false,
          include: ['packages/**/*.test.ts', 'apps/*/src/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['apps/*/src/**/*.integration.test.ts', 'apps/*/test/**/*.integration.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
