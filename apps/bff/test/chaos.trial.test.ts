import { expect, test } from 'vitest'
import { runTrial } from './run-trial.ts'

test('a change set whose bff is killed, before a tenant that drops, delays and refuses calls, writes every goal once and tells the truth', async () => {
  const { told } = await runTrial('chaos.mjs', ['--goals=24', '--kills=2', '--calls=60', '--window-seconds=1'])
  expect(told).toContain('confirmed of those to change')
}, 300_000)
