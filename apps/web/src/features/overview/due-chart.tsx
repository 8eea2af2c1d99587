import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/overview'
import type { Overview } from '@goalkeeper/contract/overview'
import { allOf, isOpen, ofDue, ofMeaning } from '@goalkeeper/contract/overview-filters'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { scaleLinear } from 'd3-scale'
import { type CalendarDate, shortDate } from '#web/shared/time/calendar-date.ts'
import { grouped } from '@goalkeeper/texts/counted'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { ChartCard } from './chart-card.tsx'
import { type DueTimeline, dueTimeline, type Period } from './due-columns.ts'
import classes from './due-chart.module.css'
import { isMeaningless } from './is-meaningless.ts'
import { ListLink } from './list-link.tsx'
import { MeaningLegend } from './meaning-legend.tsx'
import { NumberTable } from './number-table.tsx'
import { type OpenCounts, openMeanings, openOf } from './open-meanings.ts'
import swatches from './swatch.module.css'
import { useChartCursor } from './use-chart-cursor.ts'

type Props = {
  overview: Overview
  filter: FilterTree | null
  today: CalendarDate
  period: Period
  onPeriodChange: (period: Period) => void
}

/** When open goals are due: what is late, then week by week or month by month, with today where it is. */
export function DueChart({ overview, filter, today, period, onPeriodChange }: Props) {
  const timeline = dueTimeline(overview.due, today, period)
  const columns = columnsOf(timeline, period, filter)
  const most = Math.max(1, ...columns.map(({ goals }) => openOf(goals)))
  const scale = scaleLinear().domain([0, most]).nice(4)
  const [, top = most] = scale.domain()
  const ticks = scale.ticks(4).filter((tick) => tick > 0 && Number.isInteger(tick))
  const cursor = useChartCursor(
    columns.flatMap(({ goals }, column) =>
      openMeanings.flatMap((meaning, row) => (goals[meaning] > 0 ? [{ column, row }] : [])),
    ),
  )
  const sum = (meaning: keyof OpenCounts) => overview.due.reduce((total, each) => total + each[meaning], 0)
  const outside = [
    {
      words: texts.dueAfter(shortDate(timeline.horizon, today)),
      goals: openOf(timeline.later),
      filter: ofDue('later', '', timeline.horizon),
    },
    { words: texts.withoutADueDate, goals: openOf(timeline.undated), filter: ofDue('none', '', timeline.horizon) },
  ]

  if (isMeaningless(overview))
    return <ChartCard title={texts.whenOpenGoalsAreDue} about={texts.nobodyHasSaidWhatStatusesMean} />
  return (
    <ChartCard
      title={texts.whenOpenGoalsAreDue}
      about={texts.lateOnesAtTheLeftThen(period)}
      tools={
        <div className={classes.periods} role="group" aria-label={texts.byWeekOrMonth}>
          {(['week', 'month'] as const).map((each) => (
            <ToolButton key={each} aria-pressed={each === period} onClick={() => onPeriodChange(each)}>
              {each === 'week' ? texts.weeks : texts.months}
            </ToolButton>
          ))}
        </div>
      }
      legend={
        <MeaningLegend
          items={openMeanings.map((meaning) => ({
            meaning,
            goals: sum(meaning),
            filter: allOf(filter, ofMeaning(meaning)),
          }))}
        />
      }
      chart={
        <>
          <div className={classes.chart} style={{ '--columns': columns.length }}>
            <div className={classes.grid} aria-hidden="true">
              {ticks.map((tick) => (
                <span key={tick} className={classes.tick} style={{ bottom: `${(100 * tick) / top}%` }}>
                  {grouped(tick)}
                </span>
              ))}
            </div>
            <ol className={classes.columns} aria-label={texts.whenOpenGoalsAreDue} {...cursor.chart}>
              {columns.map(({ key, words, axis, goals, filter: own, isToday, isLate }, column) => (
                <li
                  key={key}
                  className={classes.column}
                  data-late={isLate || undefined}
                  data-today={isToday || undefined}
                >
                  <div className={classes.stack}>
                    {openOf(goals) > 0 && <span className={classes.total}>{grouped(openOf(goals))}</span>}
                    {openMeanings.map((meaning, row) => {
                      const name = texts.goalsDue(goals[meaning], meaning, words)
                      return goals[meaning] === 0 ? null : (
                        <ListLink
                          key={meaning}
                          filter={allOf(own, ofMeaning(meaning))}
                          className={`${classes.segment} ${swatches.swatch}`}
                          data-meaning={meaning}
                          aria-label={name}
                          title={name}
                          style={{ '--size': `${(100 * goals[meaning]) / top}%` }}
                          {...cursor.bar({ column, row })}
                        />
                      )
                    })}
                  </div>
                  <span className={classes.axis} aria-hidden="true">
                    {axis}
                  </span>
                </li>
              ))}
            </ol>
          </div>
          <p className={classes.outside}>
            {outside.map(({ words, goals, filter: own }) => (
              <ListLink key={words} filter={allOf(filter, own)} className={classes.other}>
                {words} <b>{grouped(goals)}</b>
              </ListLink>
            ))}
          </p>
        </>
      }
      table={
        <NumberTable
          caption={texts.openGoalsByDueDate}
          first={common.due}
          columns={['open', ...openMeanings]}
          rows={[
            ...columns,
            ...outside.map(({ words, filter: own }, index) => ({
              key: words,
              words,
              goals: index === 0 ? timeline.later : timeline.undated,
              filter: allOf(filter, own),
            })),
          ].map(({ key, words, goals, filter: own }) => ({
            key,
            title: words.charAt(0).toUpperCase() + words.slice(1),
            numbers: [
              { goals: openOf(goals), filter: allOf(own, isOpen) },
              ...openMeanings.map((meaning) => ({ goals: goals[meaning], filter: allOf(own, ofMeaning(meaning)) })),
            ],
          }))}
        />
      }
    />
  )
}

type Column = {
  key: string
  /** Said of the column: "due 2 to 8 Mar". */
  words: string
  /** Stands below it, where there is room. */
  axis: string
  goals: OpenCounts
  filter: FilterTree | null
  isToday: boolean
  isLate: boolean
}

/** "Dec", of a day in December. */
const monthName = (day: CalendarDate) => shortDate(day, day).replace(/^\d+ /, '')

function columnsOf(timeline: DueTimeline, period: Period, filter: FilterTree | null): Column[] {
  const late: Column = {
    key: 'overdue',
    words: texts.overdue,
    axis: common.overdue,
    goals: timeline.overdue,
    filter: allOf(filter, ofDue('overdue', '', timeline.horizon)),
    isToday: false,
    isLate: true,
  }
  const columns = timeline.columns.map(({ from, to, label, goals }, index): Column => ({
    key: from,
    words: texts.due(label),
    axis: index === 0 ? common.today : period === 'month' ? monthName(from) : shortDate(from, from),
    goals,
    filter: allOf(filter, ofDue(from, to, timeline.horizon)),
    isToday: index === 0,
    isLate: false,
  }))
  return [late, ...columns]
}
