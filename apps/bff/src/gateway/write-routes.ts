import { cancelWrite, listWrites, readWrite, settleWrite } from '@goalkeeper/contract/writes'
import { Router } from 'express'
import { endpoint } from '#bff/http/endpoint.ts'
import type { Gateway } from './gateway.ts'

type Journalled = Pick<Gateway, 'listWrites' | 'readWrite' | 'cancelWrite' | 'settleWrite'>

/** The journal of writes: /api/writes. */
export function createWriteRoutes(gateway: Journalled): Router {
  return Router()
    .use(endpoint(listWrites, async () => ({ writes: await gateway.listWrites() })))
    .use(endpoint(readWrite, ({ params }) => gateway.readWrite(params.id)))
    .use(endpoint(cancelWrite, ({ params, caller }) => gateway.cancelWrite(params.id, caller)))
    .use(endpoint(settleWrite, ({ params, body, caller }) => gateway.settleWrite(params.id, body.gsid, caller)))
}
