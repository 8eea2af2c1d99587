import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
/** Small, and without the promises that hang on how quick the machine is. */
const options = ['--untimed', '--seconds=6', '--rate=24', '--kills=1', '--window-seconds=2', '--timeout-seconds=3']

test('replicas under load keep the limit, write each write once, and are restarted without a failed request', async () => {
  const { code, told } = await new Promise<{ code: unknown; told: string }>((resolve) => {
    execFile(process.execPath, ['scripts/replicas-under-load.mjs', ...options], { cwd: root }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, told: out + err })
    })
  })
  expect(told).toContain('writes applied')
  expect(code, told).toBe(0)
}, 240_000)
