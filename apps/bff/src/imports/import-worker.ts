import { parentPort } from 'node:worker_threads'
import { type CheckedRow, createRowChecker, type RowChecker, type Wanted } from './check-rows.ts'
import type { Answers, CheckContext } from './row-plan.ts'
import { FileFault } from './file-fault.ts'
import { readFile, type Table } from './read-file.ts'
import type { GivenRow } from './read-row.ts'

/** What the thread is asked, one after the other, by kind. */
export type WorkerAsked = {
  parse: { bytes: Uint8Array<ArrayBuffer>; sheet: string | null }
  begin: CheckContext
  read: GivenRow[]
  check: Answers
}
export type WorkerRequest = { [Kind in keyof WorkerAsked]: { kind: Kind; asked: WorkerAsked[Kind] } }[keyof WorkerAsked]
export type WorkerResults = { parse: Table; begin: null; read: Wanted; check: CheckedRow[] }
export type WorkerReply = { result: WorkerResults[keyof WorkerResults] } | { fault: string } | { error: string }

const port = parentPort
if (!port) throw new Error('import-worker.ts runs as a worker thread only.')

let checker: RowChecker | null = null

async function answer(request: WorkerRequest): Promise<WorkerResults[keyof WorkerResults]> {
  switch (request.kind) {
    case 'parse':
      return readFile(request.asked.bytes, request.asked.sheet)
    case 'begin':
      checker = createRowChecker(request.asked)
      return null
    case 'read':
      return begun().read(request.asked)
    case 'check':
      return begun().check(request.asked)
  }
}

function begun(): RowChecker {
  if (!checker) throw new Error('Rows are checked once the mapping is known.')
  return checker
}

port.on('message', (request: WorkerRequest) => {
  answer(request).then(
    (result) => port.postMessage({ result } satisfies WorkerReply),
    (error: unknown) => port.postMessage(failed(error)),
  )
})

function failed(error: unknown): WorkerReply {
  if (error instanceof FileFault) return { fault: error.message }
  return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
