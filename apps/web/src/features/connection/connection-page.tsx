import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/connection'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { statusQuery } from '#web/shared/api/status-query.ts'
import { PageHeader } from '#web/shared/ui/page-header.tsx'
import { CapabilitySection } from './capability-section.tsx'
import { settingsQuery } from './connection-queries.ts'
import classes from './connection.module.css'
import { PacingSection } from './pacing-section.tsx'
import { reasonId, useConnectionLock } from './use-connection-lock.ts'
import { SettingsSection } from './settings-section.tsx'
import { StatusSection } from './status-section.tsx'
import { SyncSection } from './sync-section.tsx'
import { TenantSection } from './tenant-section.tsx'
import { WriteCheckSection } from './write-check-section.tsx'

/** The tenant behind Goalkeeper: which one, what it can do, what its statuses mean, and whether writing is allowed. */
export function ConnectionPage() {
  const { data: status } = useSuspenseQuery(statusQuery())
  const { data: answers } = useSuspenseQuery(statusesQuery())
  const { data: settings } = useSuspenseQuery(settingsQuery())
  // What waits for an answer stands first. It keeps that place once it is answered: nothing moves away under the hand.
  const { reason } = useConnectionLock()
  const [asksFirst] = useState(status.statusesUnanswered > 0)
  const statusSection = <StatusSection statuses={answers.statuses} notice={answers.notice} />
  return (
    <div className={classes.page}>
      <PageHeader
        title={common.connection}
        meta={
          <>
            {texts.theTenantWhatItCanDo}
            {reason && <p id={reasonId}>{texts.youCanLookAtEverything(reason)}</p>}
          </>
        }
      />
      <div className={classes.sections}>
        {asksFirst && statusSection}
        <TenantSection status={status} />
        <SyncSection status={status} />
        {!asksFirst && statusSection}
        <WriteCheckSection writes={status.writes} />
        <PacingSection pacing={settings.pacing} budget={status.budget} />
        <SettingsSection settings={settings} />
        <CapabilitySection capabilities={status.capabilities} />
      </div>
    </div>
  )
}
