import {
  type Capability,
  probeTenant,
  readSettings,
  runWriteCheck,
  saveSettings,
  saveStatuses,
  type Settings,
  setStopped,
} from '@goalkeeper/contract/connection'
import { Router } from 'express'
import type { Status } from '@goalkeeper/contract/catalogue'
import { AppError } from '../http/app-error.ts'
import { endpoint } from '../http/endpoint.ts'
import type { Activity } from '../activity/activity.ts'
import type { Connection } from './connection.ts'
import type { Prober } from './prober.ts'
import { joinTyped, namedTwice } from './status-meanings.ts'
import type { WriteCheckRequest, WriteCheckResult } from './write-check/write-check.ts'

const settingWords: Record<keyof Settings, string> = {
  addressPattern: 'address of goals in Gainsight',
  correlationField: 'field for proof of creates',
  typedFields: 'fields typed in',
  companyAttributes: 'attributes of companies',
  pacing: 'share of calls and quiet hours',
}

type RouterParts = {
  connection: Pick<Connection, 'settings' | 'saveSettings' | 'saveMeanings' | 'capabilityList' | 'writesDecision'>
  statuses: () => Promise<Status[]>
  probe: Prober['probe']
  checkWrites: (request: WriteCheckRequest) => Promise<WriteCheckResult & { capabilities: Capability[] }>
  setStopped: (stopped: boolean) => Promise<void>
  record: Activity['record']
}

export function createConnectionRouter({
  connection,
  statuses,
  probe,
  checkWrites,
  setStopped: stop,
  record,
}: RouterParts): Router {
  const router = Router()
  router.use(endpoint(readSettings, () => connection.settings()))
  router.use(
    endpoint(saveSettings, async ({ body, caller }) => {
      const settings = await connection.saveSettings(body)
      const saved = Object.keys(body).map((name) => settingWords[name as keyof Settings])
      await record(caller, `Saved settings: ${saved.join(', ')}.`)
      return settings
    }),
  )
  router.use(
    endpoint(saveStatuses, async ({ body, caller }) => {
      const meanings = joinTyped(body.statuses)
      const twice = namedTwice(meanings)
      if (twice) {
        throw new AppError('invalid', 'The list names a status twice.', {
          fields: { statuses: `${twice} is there twice.` },
        })
      }
      await connection.saveMeanings(meanings)
      const said = meanings.map(({ name, meaning }) => `${name} is ${meaning}`)
      await record(caller, `Saved what the statuses mean: ${said.join(', ')}.`)
      return { statuses: await statuses() }
    }),
  )
  router.use(
    endpoint(probeTenant, async ({ caller }) => {
      const calls = await probe(caller)
      await record(caller, 'Found out again what Gainsight can do.')
      return { capabilities: connection.capabilityList(), calls }
    }),
  )
  router.use(
    endpoint(runWriteCheck, async ({ body, caller }) => {
      const result = await checkWrites({ ...body, caller })
      await record(caller, `Ran the write check: it ${result.passed ? 'passed' : 'did not pass'}.`, body.gsid)
      return result
    }),
  )
  router.use(
    endpoint(setStopped, async ({ body, caller }) => {
      await stop(body.stopped)
      await record(caller, body.stopped ? 'Stopped all calls to Gainsight.' : 'Let calls to Gainsight go again.')
      return { stopped: body.stopped }
    }),
  )
  return router
}
