import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/activity'
import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { fieldsQuery } from '#web/shared/api/catalogue-queries.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { PageHeader } from '#web/shared/ui/page-header.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import { ActivityFilters, nothingChosen } from './activity-filters.tsx'
import classes from './activity-page.module.css'
import { activityQuery, newestQuery, useShowNewest } from './activity-queries.ts'
import { filterOf, isNarrowed, type ActivitySearch } from './activity-search.ts'
import { dayWords, daysOf } from './days-of.ts'
import { EntryRow } from './entry-row.tsx'

type Props = { search: ActivitySearch; onSearchChange: (patch: Partial<ActivitySearch>) => void }

/** Who did what, and when: every change, write and deed, newest first. */
export function ActivityPage({ search, onSearchChange }: Props) {
  usePageTitle(common.activity)
  const filter = filterOf(search)
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const today = useToday()
  const list = useInfiniteQuery(activityQuery(filter))
  const { data: newest } = useQuery({ ...newestQuery(filter), enabled: list.isSuccess })
  const showNewest = useShowNewest(filter)
  const body = useRef<HTMLDivElement>(null)

  const entries = list.data?.pages.flatMap((page) => page.entries) ?? []
  const isBehind = !list.isPlaceholderData && list.isSuccess && (newest ?? '') > (entries[0]?.id ?? '')
  const goOnTop = () =>
    showNewest.mutate(undefined, {
      onSuccess: () => {
        // The button goes away under the focus.
        body.current?.focus({ preventScroll: true })
        body.current?.parentElement?.scrollTo({ top: 0 })
      },
    })
  const goalName = entries.find(({ gsid, goalName: name }) => gsid === search.goal && name !== null)?.goalName
  const { error } = list

  return (
    <div className={classes.page}>
      <PageHeader
        title={common.activity}
        meta={texts.whoDidWhatAndWhen}
        actions={
          <div role="status" className={classes.status}>
            {isBehind && (
              <ToolButton tone="filled" disabled={showNewest.isPending} onClick={goOnTop}>
                {texts.showWhatIsNew}
              </ToolButton>
            )}
          </div>
        }
      />
      <ActivityFilters search={search} goalName={goalName ?? null} onChange={onSearchChange} />
      {showNewest.error && <Band tone="red">{texts.whatIsNewCouldNotBe(asApiError(showNewest.error).detail)}</Band>}
      <div
        ref={body}
        className={classes.body}
        tabIndex={-1}
        role="region"
        aria-label={texts.whatHappened}
        aria-busy={list.isFetching}
      >
        {list.isPending && <p className={classes.foot}>{texts.readingWhatHappened}</p>}
        {list.isSuccess && entries.length === 0 && (
          <Nothing search={search} onReset={() => onSearchChange(nothingChosen)} />
        )}
        <div className={classes.days} data-before={list.isPlaceholderData || undefined}>
          {daysOf(entries).map((day) => (
            <section key={day.day} aria-labelledby={`day-${day.day}`}>
              <h2 id={`day-${day.day}`} className={classes.day} title={day.day}>
                {dayWords(day.day, today)}
              </h2>
              <ol className={classes.entries}>
                {day.entries.map((entry) => (
                  <EntryRow key={entry.id} entry={entry} fields={fields} />
                ))}
              </ol>
            </section>
          ))}
        </div>
        {error && (
          <Band
            tone="red"
            action={
              <ToolButton
                tone="outlined"
                disabled={list.isFetching}
                onClick={() => void (list.isFetchNextPageError ? list.fetchNextPage() : list.refetch())}
              >
                {common.tryAgain}
              </ToolButton>
            }
          >
            {texts.couldNotBeRead(list.isFetchNextPageError, asApiError(error).detail)}
          </Band>
        )}
        {list.isSuccess && !list.hasNextPage && entries.length > 0 && search.since === undefined && (
          <p className={classes.foot}>{texts.nothingOlderIsKnownGainsight}</p>
        )}
        {list.hasNextPage && !error && (
          <div className={classes.foot}>
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {common.loadOlder}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

function Nothing({ search, onReset }: { search: ActivitySearch; onReset: () => void }) {
  if (!isNarrowed(search))
    return <EmptyState title={texts.nothingHasHappenedYet}>{texts.everyChangeWhetherMadeHereOr}</EmptyState>
  return (
    <EmptyState
      title={texts.nothingThatHappenedIsLikeThat}
      actions={
        <Button variant="default" onClick={onReset}>
          {texts.showEverything}
        </Button>
      }
    >
      {texts.nothingKnownFitsWhoWhatWhere}
    </EmptyState>
  )
}
