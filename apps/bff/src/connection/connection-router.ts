import * as texts from '@goalkeeper/texts/server/connection'
import { type Capability } from '@goalkeeper/contract/status'
import {
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
import type { Caller } from '../http/caller.ts'
import { endpoint } from '../http/endpoint.ts'
import type { Activity } from '../activity/activity.ts'
import type { Connection } from './connection.ts'
import type { Prober } from './prober.ts'
import { changesOfMeanings, changesOfSettings } from './setting-words.ts'
import { joinTyped, namedTwice } from './status-meanings.ts'
import type { WriteCheckRequest, WriteCheckResult } from './write-check/write-check.ts'

type RouterParts = {
  connection: Pick<
    Connection,
    'settings' | 'saveSettings' | 'meanings' | 'saveMeanings' | 'capabilityList' | 'writesDecision'
  >
  statuses: () => Promise<Status[]>
  /** Of the catalogue, in which statuses and settings have to arrive. */
  rebuilt: () => Promise<void>
  probe: Prober['probe']
  checkWrites: (request: WriteCheckRequest) => Promise<WriteCheckResult & { capabilities: Capability[] }>
  setStopped: (stopped: boolean) => Promise<void>
  record: Activity['record']
  /** Our share of the tenant's limits while no admin says one. */
  usualShare: number
}

export function createConnectionRouter({
  connection,
  statuses,
  rebuilt,
  probe,
  checkWrites,
  setStopped: stop,
  record,
  usualShare,
}: RouterParts): Router {
  const recordAll = async (caller: Caller, deeds: string[]) => {
    for (const words of deeds) await record(caller, words)
  }
  const router = Router()
  router.use(endpoint(readSettings, () => connection.settings()))
  router.use(
    endpoint(saveSettings, async ({ body, caller }) => {
      const before = connection.settings()
      const settings = await connection.saveSettings(body)
      await recordAll(caller, changesOfSettings(before, settings, usualShare))
      await rebuilt()
      return settings
    }),
  )
  router.use(
    endpoint(saveStatuses, async ({ body, caller }) => {
      const meanings = joinTyped(body.statuses)
      const twice = namedTwice(meanings)
      if (twice) {
        throw new AppError('invalid', texts.theListNamesAStatusTwice, {
          fields: { statuses: texts.isThereTwice(twice) },
        })
      }
      const before = connection.meanings()
      await connection.saveMeanings(meanings)
      await recordAll(caller, changesOfMeanings(before, meanings))
      await rebuilt()
      return { statuses: await statuses() }
    }),
  )
  router.use(
    endpoint(probeTenant, async ({ caller }) => {
      const calls = await probe(caller)
      await record(caller, texts.foundOutAgainWhatGainsightCan)
      return { capabilities: connection.capabilityList(), calls }
    }),
  )
  router.use(
    endpoint(runWriteCheck, async ({ body, caller }) => {
      const result = await checkWrites({ ...body, caller })
      await record(caller, texts.ranTheWriteCheckIt(result.passed), body.gsid)
      return result
    }),
  )
  router.use(
    endpoint(setStopped, async ({ body, caller }) => {
      await stop(body.stopped)
      await record(caller, body.stopped ? texts.stoppedAllCallsToGainsight : texts.letCallsToGainsightGoAgain)
      return { stopped: body.stopped }
    }),
  )
  return router
}
