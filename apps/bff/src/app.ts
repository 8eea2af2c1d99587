import express, { type Express } from 'express'
import { errorHandler } from './http/error-handler.ts'
import { requestLog } from './http/request-log.ts'
import { methodNotAllowed, notFound } from './http/routes.ts'
import type { Services } from './services.ts'

/** Every middleware and router, in the order in which a request meets them. */
export function createApp(services: Services): Express {
  const app = express().disable('x-powered-by').disable('etag')
  app.use(requestLog(services.log))
  app.use(services.headers)
  // Load balancers ask under an address, and learn no more than yes or no.
  app.use(services.health.router)
  app.use(services.guards.checkHost)
  app.use(services.guards.refuseNul)
  app.use(services.metrics.timeRequests)
  app.use(services.health.refuseUntilReady)
  app.use(services.guards.requireProxy)
  app.use(services.people.entrance)
  app.use(services.people.requireSession)
  app.use(services.guards.refuseCrossSite)
  app.use(services.gateway.router)
  app.use(services.goalIndex.router)
  app.use(services.catalogue.router)
  app.use(services.connection.router)
  app.use(services.changes.router)
  app.use(services.exports.router)
  app.use(services.imports.router)
  app.use(services.reviews.router)
  app.use(services.views.router)
  app.use(services.people.router)
  app.use(services.activity.router)
  app.use(services.status)
  app.use(services.eventStream.router)
  app.use(services.metrics.router)
  app.use(services.openApi)
  app.use(methodNotAllowed(app.router))
  app.use(services.webApp)
  app.use(notFound)
  app.use(errorHandler)
  return app
}
