import * as texts from '@goalkeeper/texts/server/gateway'
import { cancelWrite, listWrites, readWrite, settleWrite, type Write } from '@goalkeeper/contract/writes'
import { Router } from 'express'
import { endpoint } from '#bff/http/endpoint.ts'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker } from '#bff/http/caller.ts'
import type { Gateway, SeenGoals } from './gateway.ts'

type Journalled = Pick<Gateway, 'listWrites' | 'readWrite' | 'cancelWrite' | 'settleWrite'>

/** The journal of writes: /api/writes. */
export function createWriteRoutes(gateway: Journalled, { seenOf }: Pick<SeenGoals, 'seenOf'>): Router {
  /** Of these writes, one's own and those of goals that one sees. */
  async function seen({ caller, rights }: Asker, writes: Write[]): Promise<Write[]> {
    const goals = await seenOf(
      { caller, rights },
      writes.flatMap(({ gsid }) => gsid ?? []),
    )
    return writes.filter(
      ({ gsid, actorId }) => rights.scope === null || actorId === caller.actorId || (gsid !== null && goals.has(gsid)),
    )
  }
  async function require(asker: Asker, id: string): Promise<Write> {
    const [write] = await seen(asker, [await gateway.readWrite(id)])
    if (!write) throw new AppError('not-found', texts.thereIsNoSuchWrite)
    return write
  }
  return Router()
    .use(endpoint(listWrites, async (asker) => ({ writes: await seen(asker, await gateway.listWrites()) })))
    .use(endpoint(readWrite, ({ params, ...asker }) => require(asker, params.id)))
    .use(
      endpoint(cancelWrite, async ({ params, ...asker }) => {
        await require(asker, params.id)
        return gateway.cancelWrite(params.id, asker.caller)
      }),
    )
    .use(
      endpoint(settleWrite, async ({ params, body, ...asker }) => {
        await require(asker, params.id)
        return gateway.settleWrite(params.id, body.gsid, asker.caller)
      }),
    )
}
