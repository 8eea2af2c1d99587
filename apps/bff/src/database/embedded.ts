import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { EmbeddedReply, EmbeddedRequest } from './embedded-worker.ts'
import { lockFolder } from './folder-lock.ts'

/** A PGlite that listens on a unix socket in `socketDir`, until it is stopped. */
export type Embedded = { socketDir: string; stop(): Promise<void> }

/** Starts PGlite in a worker thread, with its files in `dataDir`, for this process alone. */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const unlock = lockFolder(dataDir)
  // A folder of its own (mode 0700): the path of a unix socket has 107 bytes at most, and a data folder can lie deep.
  const socketDir = await mkdtemp(join(tmpdir(), 'goalkeeper-'))
  const clean = async () => {
    await rm(socketDir, { recursive: true, force: true })
    unlock()
  }
  try {
    const worker = await startWorker({
      dataDir: join(dataDir, 'pglite'),
      socketPath: join(socketDir, '.s.PGSQL.5432'),
    })
    const stop = async () => {
      await stopWorker(worker)
      await clean()
    }
    return { socketDir, stop }
  } catch (error) {
    await clean()
    throw error
  }
}

function startWorker(request: EmbeddedRequest): Promise<Worker> {
  // It gets neither the environment nor the flags of the process, for it needs nothing from them.
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: request,
    env: {},
    execArgv: [],
  })
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (reply: EmbeddedReply) => {
      worker.off('error', reject)
      if (reply.kind === 'ready') resolve(worker)
      else reject(new Error(`The embedded database could not be opened: ${reply.reason}`))
    })
  })
}

function stopWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve())
    worker.postMessage('stop')
  })
}
