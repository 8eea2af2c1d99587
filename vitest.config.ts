import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// unit: pure, quick, no process and no socket. integration: the real programs through HTTP, with a real database.
// trials: the real processes under load and under kills, one at a time, for they need the machine.
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
          // Properties take their time where other programs take the processor.
          testTimeout: 30_000,
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
          // The embedded database begins anew in each file: what V8 would spend on making its code quicker is never earned back.
          execArgv: ['--liftoff-only'],
        },
      },
      {
        test: {
          name: 'trials',
          include: ['apps/*/test/**/*.trial.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
})
