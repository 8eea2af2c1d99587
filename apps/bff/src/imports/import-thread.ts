import * as texts from '@goalkeeper/texts/server/imports'
import { Worker } from 'node:worker_threads'
import { FileFault } from './file-fault.ts'
import type { WorkerAsked, WorkerReply, WorkerResults } from './import-worker.ts'

/** A file that needs more was made to do harm. */
const mostMegabytes = 768

/** A thread that reads and checks files, so that nobody else waits for it. */
export type ImportThread = {
  ask: <Kind extends keyof WorkerAsked>(
    kind: Kind,
    asked: WorkerAsked[Kind],
    transfer?: ArrayBuffer[],
  ) => Promise<WorkerResults[Kind]>
  stop: () => Promise<void>
}

export function startImportThread(): ImportThread {
  // It gets neither the environment nor the flags of the process, for it needs nothing from them.
  const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  })
  let asked: PromiseWithResolvers<unknown> | null = null
  let broken: Error | null = null

  worker.on('message', (reply: WorkerReply) => {
    const waiting = asked
    asked = null
    if ('result' in reply) waiting?.resolve(reply.result)
    else waiting?.reject('fault' in reply ? new FileFault(reply.fault) : new Error(reply.error))
  })
  worker.on('error', (error) => {
    const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    broken = isFull ? new FileFault(texts.theFileNeedsMoreMemoryThan) : error
    asked?.reject(broken)
    asked = null
  })

  return {
    ask<Kind extends keyof WorkerAsked>(kind: Kind, what: WorkerAsked[Kind], transfer: ArrayBuffer[] = []) {
      if (broken) return Promise.reject(broken)
      if (asked) throw new Error('The thread is asked one thing after the other.')
      const answer = Promise.withResolvers<unknown>()
      asked = answer
      worker.postMessage({ kind, asked: what }, transfer)
      // The worker answers each kind of request with its own kind of result.
      return answer.promise as Promise<WorkerResults[Kind]>
    },
    async stop() {
      await worker.terminate()
    },
  }
}
