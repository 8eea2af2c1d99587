import * as texts from '@goalkeeper/texts/goal-panel'
import type { Field } from '@goalkeeper/contract/catalogue'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asApiError } from '#web/shared/api/api-error.ts'
import { goalChangesQuery } from './goal-detail-queries.ts'
import { HistoryEntry } from './history-entry.tsx'
import { historyGroups } from './history-groups.ts'
import classes from './history-tab.module.css'

/** What is known to have changed, newest first. Gainsight keeps no history, so it begins with the first sync. */
export function HistoryTab({ gsid, fields }: { gsid: string; fields: Field[] }) {
  const { data, error } = useQuery(goalChangesQuery(gsid))
  if (error) return <p role="alert">{asApiError(error).detail}</p>
  if (!data) return null
  if (data.changes.length === 0) return <p className={classes.none}>{texts.nothingHasChangedSince}</p>
  return (
    <>
      <ol className={classes.changes}>
        {historyGroups(data.changes).map((changes, place) => (
          <HistoryEntry key={changes[0]?.id} gsid={gsid} changes={changes} fields={fields} isNewest={place === 0} />
        ))}
      </ol>
      <p className={classes.more}>
        <Link to="/activity" search={{ goal: gsid }}>
          {texts.filterAndExportItInActivity}
        </Link>
      </p>
    </>
  )
}
