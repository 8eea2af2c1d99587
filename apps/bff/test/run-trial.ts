import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Runs a script of the folder `scripts` that prints a table of promises, and names in one line those that do not hold, with what it says of them. */
export async function runTrial(script: string, options: string[]): Promise<{ told: string }> {
  const { code, told } = await new Promise<{ code: unknown; told: string }>((resolve) => {
    execFile(process.execPath, [`scripts/${script}`, ...options], { cwd: root }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, told: out + err })
    })
  })
  const lines = told.split('\n')
  const broken = lines.filter((line) => line.includes('DOES NOT HOLD')).map((line) => line.replaceAll(/[\s|]+/g, ' '))
  const reasons = lines.slice(lines.findLastIndex((line) => line.startsWith('|')) + 1).filter((line) => line !== '')
  expect(code, `${broken.join(';')} ${reasons.join('; ')}\n${told}`).toBe(0)
  return { told }
}
