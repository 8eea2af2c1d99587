import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createBrowser } from './browser.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** A bff program that was started: what it prints, and how it ends. */
export type BffProcess = {
  child: ChildProcess
  /** Everything printed so far, on standard output and on standard error. */
  out: () => string
  err: () => string
  /** Resolves with the exit code (null: ended by a signal) and all that was printed. */
  ended: Promise<{ code: number | null; out: string; err: string }>
}

/** Runs `src/main.ts` as a program, with this environment and nothing else of ours, and holds a channel to it as `npm start` does. */
export function runBff(env: Record<string, string>): BffProcess {
  // It lives for some seconds: what V8 would spend on making the database's code quicker is never earned back.
  const child = spawn(process.execPath, ['--liftoff-only', 'src/main.ts'], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  // A test that fails leaves nothing behind.
  process.once('exit', () => child.kill('SIGKILL'))
  let [out, err] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }))
  })
  return { child, out: () => out, err: () => err, ended }
}

/** Runs it until it serves. `launchUrl` is the address that it prints. */
export async function startBffProcess(env: Record<string, string>) {
  const program = runBff(env)
  const launchUrl = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const address = /^Goalkeeper: (\S+)$/m.exec(program.out())?.[1]
      if (address) resolve(address)
    }
    program.child.stdout?.on('data', look)
    void program.ended.then(({ code, err }) => reject(new Error(`The bff ended with ${code} before it served: ${err}`)))
  })
  const { origin } = new URL(launchUrl)
  const browser = createBrowser(origin)
  return {
    ...program,
    url: origin,
    launchUrl,
    browser,
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      program.child.kill(signal)
      return program.ended
    },
  }
}
