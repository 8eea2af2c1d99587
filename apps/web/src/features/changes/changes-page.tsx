import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/changes'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'
import { Ago } from '#web/shared/ui/ago.tsx'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { ListPage } from '#web/shared/ui/list-page.tsx'
import { changeSetsQuery } from './change-queries.ts'
import { draftWords, instantWords, ledgerWords, stateWords, titleWords } from './change-words.ts'
import classes from './changes-page.module.css'
import { ProgressBar } from './progress-bar.tsx'

/** Every change set: what is under way, what waits to be looked at, what has been done. */
export function ChangesPage() {
  const asked = useInfiniteQuery(changeSetsQuery())
  return (
    <ListPage
      title={common.changes}
      meta={texts.oneChangeToManyGoalsLooked}
      asked={asked}
      items={asked.data?.pages.flatMap(({ changes }) => changes) ?? []}
      line={(set) => <SetLine set={set} />}
      empty={
        <EmptyState title={texts.nothingHasBeenChangedTogether} actions={<Link to="/goals">{common.allGoals}</Link>}>
          {texts.selectGoalsInAListOr}
        </EmptyState>
      }
      foot={
        asked.hasNextPage && (
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {common.loadOlder}
          </Button>
        )
      }
    />
  )
}

function SetLine({ set }: { set: ChangeSet }) {
  const now = useNowRoughly()
  const { id, state, createdBy, createdAt, startedBy, startAt, reason } = set
  const isUnderWay = state === 'running' || state === 'paused'
  return (
    <div className={classes.set}>
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
    </div>
  )
}
