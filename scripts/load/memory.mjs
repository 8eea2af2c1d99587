import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const everyMs = 5_000

/** Looks at the resident memory of the bffs now and then, and gives the most that one had, in MB. */
export function watchMemory(replicas) {
  let most = 0
  const look = async () => {
    for (const { program } of replicas) {
      const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(program.pid)]).catch(() => ({ stdout: '0' }))
      most = Math.max(most, Math.round(Number(stdout) / 1024))
    }
  }
  const timer = setInterval(look, everyMs)
  return async () => {
    clearInterval(timer)
    await look()
    return most
  }
}
