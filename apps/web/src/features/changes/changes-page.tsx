import type { ChangeSet } from '@goalkeeper/contract/changes'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'
import { Ago } from '#web/shared/ui/ago.tsx'
import { Band } from '#web/shared/ui/band.tsx'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { PageHeader } from '#web/shared/ui/page-header.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import { changeSetsQuery } from './change-queries.ts'
import { draftWords, instantWords, ledgerWords, stateWords, titleWords } from './change-words.ts'
import classes from './changes-page.module.css'
import { ProgressBar } from './progress-bar.tsx'

/** Every change set: what is under way, what waits to be looked at, what has been done. */
export function ChangesPage() {
  usePageTitle('Changes')
  const list = useInfiniteQuery(changeSetsQuery())
  const sets = list.data?.pages.flatMap(({ changes }) => changes) ?? []
  return (
    <div className={classes.page}>
      <PageHeader title="Changes" meta="One change to many goals, looked at before it runs." />
      <div className={classes.body} aria-busy={list.isFetching}>
        {list.error && (
          <Band
            tone="red"
            action={
              <ToolButton tone="outlined" onClick={() => void list.refetch()}>
                Try again
              </ToolButton>
            }
          >
            The changes could not be read. {asApiError(list.error).detail}
          </Band>
        )}
        {list.isSuccess && sets.length === 0 && (
          <EmptyState title="Nothing has been changed together yet" actions={<Link to="/goals">All goals</Link>}>
            Select goals in a list, or all that match a filter, and choose below what is to be done to them. You see
            every goal before and after before anything is sent, and can take it back for 30 days.
          </EmptyState>
        )}
        {sets.length > 0 && (
          <ul className={classes.sets} aria-label="Changes">
            {sets.map((set) => (
              <SetLine key={set.id} set={set} />
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <div className={classes.foot}>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Load older
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function SetLine({ set }: { set: ChangeSet }) {
  const now = useNowRoughly()
  const { id, state, createdBy, createdAt, startedBy, startAt, reason } = set
  const isUnderWay = state === 'running' || state === 'paused'
  return (
    <li className={classes.set}>
      <div className={classes.state} data-state={state}>
        {stateWords[state]}
        {state === 'scheduled' && startAt !== null && <div className={classes.meta}>{instantWords(startAt, now)}</div>}
      </div>
      <div className={classes.what}>
        <Link to="/changes/$id" params={{ id }} className={classes.title}>
          {titleWords(set)}
        </Link>
        {reason !== '' && <div className={classes.meta}>{reason}</div>}
        <div className={classes.counts}>
          {(state === 'draft' ? draftWords(set, now) : ledgerWords(set, now)).join(' · ')}
        </div>
        {isUnderWay && <ProgressBar counts={set.counts} />}
      </div>
      <div className={classes.who}>
        {startedBy ?? createdBy}
        <div className={classes.meta}>
          <Ago instant={set.startedAt ?? createdAt} />
        </div>
      </div>
    </li>
  )
}
