import * as texts from '@goalkeeper/texts/server/health'
import { readHealth, readReadiness } from '@goalkeeper/contract/connection'
import { type RequestHandler, Router } from 'express'
import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'
import { AppError } from '#bff/http/app-error.ts'

type Health = {
  /** Whether the process runs, and whether it can serve: told to anyone, and nothing more than that. */
  router: Router
  /** Turns requests away before everything is there, and while it stops. */
  refuseUntilReady: RequestHandler
  ready: () => void
  /** Says that it cannot serve, and does: until whoever sends requests here has seen it. */
  draining: () => void
  stopping: () => void
}

export function createHealth(database: Database): Health {
  let isReady = false
  let isDraining = false
  const answers = () =>
    sql`SELECT 1`.execute(database.db).then(
      () => true,
      () => false,
    )
  const router = Router()
    .get(readHealth.path, (_request, response) => void response.json({ ok: true }))
    .get(readReadiness.path, async (_request, response) => {
      const ready = isReady && !isDraining && (await answers())
      response.status(ready ? 200 : 503).json({ ready })
    })
  const refuseUntilReady: RequestHandler = (_request, _response, next) => {
    if (isReady) return next()
    throw new AppError('not-ready', texts.goalkeeperIsStartingOrStopping, { retryAfterSeconds: 1 })
  }
  return {
    router,
    refuseUntilReady,
    ready: () => (isReady = true),
    draining: () => (isDraining = true),
    stopping: () => (isReady = false),
  }
}
