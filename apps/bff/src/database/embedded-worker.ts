import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'

/** Where PGlite keeps its files. */
export type EmbeddedData = { dataDir: string }
/** A connection by this port in place of the one before; or the end. */
export type EmbeddedRequest = { kind: 'connect'; port: MessagePort } | { kind: 'stop' }
export type EmbeddedReply = { kind: 'ready' } | { kind: 'failed'; reason: string }

const { dataDir }: EmbeddedData = workerData
const parent = parentPort
if (!parent) throw new Error('embedded-worker.ts runs as a worker thread only.')
const reply = (message: EmbeddedReply) => parent.postMessage(message)

try {
  const database = await PGlite.create({
    dataDir,
    extensions: { pg_trgm },
    // Its files lie in the memory of the machine: a row elsewhere costs hardly more than the next one.
    // Statements that come again are prepared, but planned each time: what is right for ten goals can be wrong for ten thousand.
    startParams: [
      ...PGlite.defaultStartParams,
      '-c',
      'random_page_cost=1.1',
      '-c',
      'plan_cache_mode=force_custom_plan',
      // Statistics are taken from 300 times as many rows; while they are, nothing else is answered.
      '-c',
      'default_statistics_target=20',
    ],
  })
  let connection: MessagePort | null = null
  parent.on('message', async (request: EmbeddedRequest) => {
    connection?.close()
    if (request.kind === 'stop') {
      await database.close()
      parent.close()
    } else {
      connection = request.port
      await forgetConnection(database)
      serve(database, request.port)
    }
  })
  reply({ kind: 'ready' })
} catch (error) {
  reply({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  parent.close()
}

/** There is one backend for all connections, one after the other: nothing of the last one is there for the next. */
async function forgetConnection(database: PGlite): Promise<void> {
  if (database.isInTransaction()) await database.exec('ROLLBACK')
  await database.exec('DISCARD ALL')
}

/** Answers what comes by a port until it is closed. PGlite says nothing to a client that takes its leave. */
function serve(database: PGlite, port: MessagePort): void {
  const send = (bytes: Uint8Array) => {
    // A copy, for these lie in the memory of the database.
    const copy = bytes.slice()
    port.postMessage(copy, [copy.buffer])
  }
  // What cannot be run at all leaves nothing that could be trusted: it ends this thread and the process, which begins anew from the files.
  port.on('message', (messages: Uint8Array) => void database.execProtocolRawStream(messages, { onRawData: send }))
}
