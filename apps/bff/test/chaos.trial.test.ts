import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const options = ['--goals=24', '--kills=2', '--calls=60', '--window-seconds=1']

test('a change set whose bff is killed, before a tenant that drops, delays and refuses calls, writes every goal once and tells the truth', async () => {
  const { code, told } = await new Promise<{ code: unknown; told: string }>((resolve) => {
    execFile(process.execPath, ['scripts/chaos.mjs', ...options], { cwd: root }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, told: out + err })
    })
  })
  expect(told).toContain('confirmed of those to change')
  expect(code, told).toBe(0)
}, 300_000)
