import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/overview'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useScopeWords } from '#web/shared/access/use-scope-words.ts'
import { asApiError } from '#web/shared/api/api-error.ts'
import { meQuery } from '#web/shared/api/me-query.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { PageHeader } from '#web/shared/ui/page-header.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { sheetMedia, useMedia } from '#web/shared/ui/use-media.ts'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import { CsmChart } from './csm-chart.tsx'
import type { Period } from './due-columns.ts'
import { DueChart } from './due-chart.tsx'
import { Headline } from './headline.tsx'
import classes from './overview-page.module.css'
import { filterOf, overviewQuery } from './overview-query.ts'
import { WeeksChart } from './weeks-chart.tsx'

export type OverviewSearch = { mine?: true | undefined; by?: Period | undefined }

type Props = { search: OverviewSearch; onSearchChange: (search: OverviewSearch) => void }

/** How all goals stand, to be looked at rather than read. Every number and bar leads to the list of its goals. */
export function OverviewPage({ search, onSearchChange }: Props) {
  usePageTitle(common.overview)
  const today = useToday()
  const isMine = search.mine ?? false
  const isPhone = useMedia(sheetMedia)
  const period = search.by ?? (isPhone ? 'month' : 'week')
  const { data: overview, error, isFetching, refetch } = useQuery(overviewQuery(isMine, today))
  const { data: me } = useQuery(meQuery())
  const seen = useScopeWords()
  const filter = filterOf(isMine)
  const isNobody = me !== undefined && me.gainsightUser === null

  return (
    <div className={classes.page}>
      <PageHeader
        title={common.overview}
        meta={
          <>
            {overview &&
              (overview.exact ? texts.goalsOf(overview.total) : texts.goalsSoFarTheFirstReading(overview.total))}
            {seen && ` · ${seen}`}
          </>
        }
        actions={
          <div className={classes.whose} role="group" aria-label={texts.whoseGoals}>
            <ToolButton aria-pressed={!isMine} onClick={() => onSearchChange({ ...search, mine: undefined })}>
              {common.all}
            </ToolButton>
            <ToolButton
              aria-pressed={isMine}
              disabled={isNobody && !isMine}
              title={isNobody ? texts.gainsightHasNoUserOfYour : texts.theGoalsOfTheCompaniesWhose}
              onClick={() => onSearchChange({ ...search, mine: true })}
            >
              {texts.onlyMine}
            </ToolButton>
          </div>
        }
      />
      <div className={classes.body} aria-busy={isFetching}>
        {error && (
          <Band
            tone="red"
            action={
              <ToolButton tone="outlined" onClick={() => void refetch()}>
                {common.tryAgain}
              </ToolButton>
            }
          >
            {texts.theOverviewCouldNotBeRead(asApiError(error).detail)}
          </Band>
        )}
        {!overview && !error && <p className={classes.waiting}>{texts.countingTheGoals}</p>}
        {overview?.total === 0 && (
          <EmptyState
            title={isMine ? texts.noGoalIsYours : texts.thereAreNoGoalsYet}
            actions={<Link to="/goals">{common.allGoals}</Link>}
          >
            {isMine
              ? texts.youAreTheCsmOfNo
              : overview.exact
                ? texts.asSoonAsGainsightHasSome
                : texts.theFirstReadingOfAllGoals}
          </EmptyState>
        )}
        {overview && overview.total > 0 && (
          <>
            <Headline overview={overview} filter={filter} today={overview.today} />
            <DueChart
              overview={overview}
              filter={filter}
              today={overview.today}
              period={period}
              onPeriodChange={(by) => onSearchChange({ ...search, by })}
            />
            <div className={classes.pair}>
              <CsmChart overview={overview} filter={filter} />
              <WeeksChart overview={overview} filter={filter} today={overview.today} />
            </div>
          </>
        )}
      </div>
    </div>
  )
}
