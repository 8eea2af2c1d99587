import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { MessageChannel, Worker } from 'node:worker_threads'
import { EmbeddedStream } from './embedded-stream.ts'
import type { EmbeddedData, EmbeddedReply, EmbeddedRequest } from './embedded-worker.ts'
import { lockFolder } from './folder-lock.ts'

/** A PGlite with one connection at a time, until it is stopped. A new one ends the one before. */
export type Embedded = { connect: () => Duplex; stop: () => Promise<void> }

/** Starts PGlite in a worker thread, with its files in `dataDir`, for this process alone. */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const unlock = lockFolder(dataDir)
  try {
    const worker = await startWorker({ dataDir: join(dataDir, 'pglite') })
    return {
      connect: () => connectTo(worker),
      async stop() {
        await stopWorker(worker)
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function startWorker(data: EmbeddedData): Promise<Worker> {
  // It gets neither the environment nor the flags of the process, for it needs nothing from them.
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: data,
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

function connectTo(worker: Worker): Duplex {
  const { port1, port2 } = new MessageChannel()
  const request: EmbeddedRequest = { kind: 'connect', port: port2 }
  worker.postMessage(request, [port2])
  return new EmbeddedStream(port1)
}

function stopWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve())
    const request: EmbeddedRequest = { kind: 'stop' }
    worker.postMessage(request)
  })
}
