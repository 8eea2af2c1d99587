import {
  type Capability,
  probeTenant,
  readSettings,
  runWriteCheck,
  saveSettings,
  saveStatuses,
  setStopped,
} from '@goalkeeper/contract/connection'
import { Router } from 'express'
import type { Status } from '@goalkeeper/contract/catalogue'
import { AppError } from '../http/app-error.ts'
import { endpoint } from '../http/endpoint.ts'
import type { Connection } from './connection.ts'
import type { Prober } from './prober.ts'
import { joinTyped, namedTwice } from './status-meanings.ts'
import type { WriteCheckRequest, WriteCheckResult } from './write-check/write-check.ts'

type RouterParts = {
  connection: Pick<Connection, 'settings' | 'saveSettings' | 'saveMeanings' | 'capabilityList' | 'writesDecision'>
  statuses: () => Promise<Status[]>
  probe: Prober['probe']
  checkWrites: (request: WriteCheckRequest) => Promise<WriteCheckResult & { capabilities: Capability[] }>
  setStopped: (stopped: boolean) => Promise<void>
}

export function createConnectionRouter({
  connection,
  statuses,
  probe,
  checkWrites,
  setStopped: stop,
}: RouterParts): Router {
  const router = Router()
  router.use(endpoint(readSettings, () => connection.settings()))
  router.use(endpoint(saveSettings, ({ body }) => connection.saveSettings(body)))
  router.use(
    endpoint(saveStatuses, async ({ body }) => {
      const meanings = joinTyped(body.statuses)
      const twice = namedTwice(meanings)
      if (twice) {
        throw new AppError('invalid', 'The list names a status twice.', {
          fields: { statuses: `${twice} is there twice.` },
        })
      }
      await connection.saveMeanings(meanings)
      return { statuses: await statuses() }
    }),
  )
  router.use(
    endpoint(probeTenant, async ({ caller }) => {
      const calls = await probe(caller)
      return { capabilities: connection.capabilityList(), calls }
    }),
  )
  router.use(endpoint(runWriteCheck, ({ body, caller }) => checkWrites({ ...body, caller })))
  router.use(
    endpoint(setStopped, async ({ body }) => {
      await stop(body.stopped)
      return { stopped: body.stopped }
    }),
  )
  return router
}
