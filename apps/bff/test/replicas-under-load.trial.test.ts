import { expect, test } from 'vitest'
import { runTrial } from './run-trial.ts'

/** Small, and without the promises that hang on how quick the machine is. */
const options = ['--untimed', '--seconds=6', '--rate=24', '--kills=1', '--window-seconds=2', '--timeout-seconds=3']

test('replicas under load keep the limit, write each write once, and are restarted without a failed request', async () => {
  const { told } = await runTrial('replicas-under-load.mjs', options)
  expect(told).toContain('writes applied')
}, 240_000)
