import type { Router } from 'express'
import type { Logger } from 'pino'
import type { Activity } from '#bff/activity/activity.ts'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Config } from '#bff/config.ts'
import type { Connection } from '#bff/connection/connection.ts'
import type { Database } from '#bff/database/connect.ts'
import { createLease } from '#bff/database/lease.ts'
import type { Events } from '#bff/events/events.ts'
import type { Gateway } from '#bff/gateway/gateway.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import { createAnnounce } from './announce.ts'
import { createChangeDesk } from './change-desk.ts'
import { createChangesRouter } from './changes-router.ts'
import { createDrafts, type DraftRows, type NewDraft } from './drafts.ts'
import { startJob } from './job.ts'
import { createLedger } from './ledger.ts'
import { createPacer } from './pacer.ts'
import { createPreview } from './preview.ts'
import { type PlannedCreate, readPlannedCreates } from './planned-creates.ts'
import { createRunDesk } from './run-desk.ts'
import { createRunner } from './runner.ts'
import { createSendRow } from './send-row.ts'
import { createSetStore } from './set-store.ts'
import { createSetViews } from './set-views.ts'

/** What change sets ask of the other rooms. */
export type ChangesNeeds = {
  database: Database
  gateway: Pick<Gateway, 'write' | 'readWrite' | 'budget'>
  goalIndex: Pick<GoalIndex, 'matching' | 'snapshots' | 'readMany' | 'mostAtOnce' | 'namedAll' | 'sights'>
  catalogue: Pick<Catalogue, 'fields' | 'statuses' | 'linkedItems' | 'linkablesOfCompanies'>
  connection: Pick<Connection, 'capabilities' | 'settings' | 'writesDecision'>
  config: Pick<Config, 'limits'>
  events: Pick<Events, 'emit' | 'on'>
  /** Keeps for good what somebody did here. */
  record: Activity['record']
  log: Logger
  now?: () => number
}

/** Many goals at once: drafts that are looked at, and runs that lose nothing. */
export type Changes = {
  /** Makes a draft of rows that another room has worked out. Gives its id. */
  makeDraft: (draft: NewDraft, rows: DraftRows) => Promise<string>
  /** Of these change sets, those that there are: a draft may have been thrown away. */
  existing: (ids: readonly string[]) => Promise<Set<string>>
  /** Creates of goals of these names that may still be sent: of drafts, and of runs that are not over. */
  creating: (names: readonly string[]) => Promise<PlannedCreate[]>
  start: () => void
  stop: () => Promise<void>
  router: Router
}

export function createChanges(needs: ChangesNeeds): Changes {
  const { database, gateway, goalIndex, catalogue, config, events, log, now = Date.now } = needs
  const lease = createLease(database, 'changes')
  const ledger = createLedger(database, lease, now)
  const sets = createSetStore(database, now)
  const drafts = createDrafts(database, sets, now)
  const preview = createPreview(needs)
  const announce = createAnnounce(events)
  const sendRow = createSendRow({ gateway, goalIndex, ledger })
  const pacer = createPacer(gateway)
  const runner = createRunner({
    lease,
    ledger,
    sets,
    log,
    startJob: (setId) =>
      startJob(setId, {
        ledger,
        sets,
        sendRow,
        goalIndex,
        statuses: catalogue.statuses,
        pacer,
        windowMs: config.limits.windowSeconds * 1000,
        log,
        onMoved: announce.moved,
      }),
  })
  const views = createSetViews({ ...needs, sets, now })
  const desk = createChangeDesk({ ...needs, sets, drafts, preview })
  const runDesk = createRunDesk({ ...needs, sets, preview, now })

  // Another process has started, paused or cancelled it.
  const forget = announce.onOthers(runner.wake)
  const changed = (setId: string) => {
    runner.wake(setId)
    announce.moved(setId)
  }

  return {
    async makeDraft(draft, rows) {
      const { id } = await drafts.make(draft, rows)
      announce.moved(id)
      return id
    },
    existing: (ids) => sets.existing(ids),
    creating: (names) => readPlannedCreates(database, names),
    start: runner.start,
    async stop() {
      forget()
      await runner.stop()
      announce.stop()
    },
    router: createChangesRouter({ ...needs, sets, views, desk, runDesk, changed, now }),
  }
}
