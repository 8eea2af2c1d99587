import { readHealth, readReadiness } from '@goalkeeper/contract/connection'
import { Router } from 'express'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'

/** Whether the process runs, and whether it can serve: answered to anyone, and nothing more than that. */
export function createHealth(database: Database): { router: Router; stopping(): void } {
  let stopping = false
  const answers = () =>
    sql`SELECT 1`.execute(database.db).then(
      () => true,
      () => false,
    )
  const router = Router()
    .get(readHealth.path, (_request, response) => void response.json({ ok: true }))
    .get(readReadiness.path, async (_request, response) => {
      const ready = !stopping && (await answers())
      response.status(ready ? 200 : 503).json({ ready })
    })
  return { router, stopping: () => (stopping = true) }
}
