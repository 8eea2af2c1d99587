import express, { type ErrorRequestHandler, type Express } from 'express'
import { controlRouter } from '../control/control-routes.ts'
import { routes } from '../routes.ts'
import type { Runtime } from '../runtime.ts'
import { gate } from './gate.ts'
import { broken, noSuchRoute, send, springReply } from './send.ts'
import { serve } from './serve.ts'

/** The tenant's HTTP face: control, the calls it understands, and what it says to everything else. */
export function createApp(runtime: Runtime): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use('/__sandbox', controlRouter(runtime))
  const readJson = express.json({ limit: '10mb', type: () => true })
  for (const route of routes) app[route.method](route.path, gate(runtime, route), readJson, serve(runtime, route))
  app.use(gate(runtime, { name: 'unknown', limitClass: 'synchronous', family: 'unknown' }), (_req, res) =>
    send(res, noSuchRoute()),
  )
  app.use(answerError)
  return app
}

const answerError: ErrorRequestHandler = (error: unknown, req, res, _next) => {
  // A body that is no JSON, an address that cannot be decoded.
  const isUnreadable = error instanceof Error && 'status' in error && Number(error.status) < 500
  if (isUnreadable) return send(res, springReply(400, 'JSON parse error', req.path))
  console.error(error)
  send(res, broken())
}
