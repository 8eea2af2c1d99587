import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

/** Where PGlite keeps its files, and where it listens. */
export type EmbeddedRequest = { dataDir: string; socketPath: string }
export type EmbeddedReply = { kind: 'ready' } | { kind: 'failed'; reason: string }

const request: EmbeddedRequest = workerData
const port = parentPort
if (!port) throw new Error('embedded-worker.ts runs as a worker thread only.')
const reply = (message: EmbeddedReply) => port.postMessage(message)

try {
  const database = await PGlite.create({
    dataDir: request.dataDir,
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
  const server = new PGLiteSocketServer({ db: database, path: request.socketPath })
  await server.start()
  port.once('message', async () => {
    await server.stop()
    await database.close()
    port.close()
  })
  reply({ kind: 'ready' })
} catch (error) {
  reply({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  port.close()
}
