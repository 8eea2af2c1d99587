import * as texts from '@goalkeeper/texts/overview'
import type { Overview } from '@goalkeeper/contract/overview'
import { allOf, ofWeek } from '@goalkeeper/contract/overview-filters'
import { addDays } from '@goalkeeper/filter/dates'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { type CalendarDate, shortDate } from '#web/shared/time/calendar-date.ts'
import { grouped } from '@goalkeeper/texts/counted'
import { ChartCard } from './chart-card.tsx'
import { DaysLine } from './days-line.tsx'
import { rangeWords } from './due-columns.ts'
import { ListLink } from './list-link.tsx'
import { NumberTable } from './number-table.tsx'
import { useChartCursor } from './use-chart-cursor.ts'
import classes from './weeks-chart.module.css'
import { isMeaningless } from './is-meaningless.ts'
import { happened, happenings, happeningWords } from './weeks.ts'

type Props = { overview: Overview; filter: FilterTree | null; today: CalendarDate }

/** What happened, week by week: goals created, moved later and achieved on one scale, and how many were open on each day. */
export function WeeksChart({ overview, filter, today }: Props) {
  const { weeks, days, historySince } = overview
  // Which were achieved cannot be told while no status has a meaning.
  const kinds = isMeaningless(overview) ? happenings.filter((kind) => kind !== 'achieved') : happenings
  const most = Math.max(1, ...weeks.flatMap((week) => kinds.map((kind) => happened(week, kind) ?? 0)))
  const cursor = useChartCursor(
    kinds.flatMap((kind, row) => weeks.flatMap((week, column) => (happened(week, kind) ? [{ row, column }] : []))),
  )
  const isNew = weeks.every(({ daysSeen }, index) => daysSeen === 0 || index === weeks.length - 1)
  const wordsOf = (monday: string) => texts.inTheWeek(rangeWords(monday, addDays(monday, 6), today))
  const from = weeks[0]?.week ?? today

  return (
    <ChartCard
      title={texts.whatHappenedInTheLast13}
      about={historyWords(historySince, isNew, today)}
      chart={
        <div className={classes.chart} data-many={most > 99 || undefined} {...cursor.chart}>
          {kinds.map((kind, row) => (
            <div key={kind} className={classes.line}>
              <div className={classes.head}>
                <span>{happeningWords[kind]}</span>
                <b>{grouped(weeks.reduce((sum, week) => sum + (happened(week, kind) ?? 0), 0))}</b>
              </div>
              <ol className={classes.weeks} data-kind={kind} aria-label={texts.byWeek(happeningWords[kind])}>
                {weeks.map((week, column) => {
                  const goals = happened(week, kind)
                  const words =
                    goals === null
                      ? texts.notKnownGoalkeeperDidNotLook(wordsOf(week.week))
                      : `${happeningWords[kind]} ${wordsOf(week.week)}: ${texts.goals(goals)}`
                  return (
                    <li key={week.week} className={classes.week} title={words} data-gap={goals === null || undefined}>
                      {goals === null && <span className={classes.unseen}>{words}</span>}
                      {goals !== null && goals > 0 && (
                        <ListLink
                          filter={allOf(filter, ofWeek(kind, week.week))}
                          className={classes.bar}
                          aria-label={words}
                          style={{ '--size': goals / most }}
                          {...cursor.bar({ row, column })}
                        >
                          <span className={classes.number}>{grouped(goals)}</span>
                        </ListLink>
                      )}
                    </li>
                  )
                })}
              </ol>
            </div>
          ))}
          <div className={classes.line}>
            <div className={classes.head}>
              <span>{texts.openByDay}</span>
            </div>
            <DaysLine days={days} from={from} today={today} />
          </div>
          <div className={classes.line} aria-hidden="true">
            <span />
            <div className={classes.axis}>
              {weeks.map(({ week }, index) => (
                <span key={week}>{index % 4 === 0 ? shortDate(week, today) : ''}</span>
              ))}
            </div>
          </div>
        </div>
      }
      table={
        <NumberTable
          caption={texts.whatHappenedByWeek}
          first={texts.week}
          columns={kinds.map((kind) => happeningWords[kind].toLowerCase())}
          rows={weeks
            .map((week) => ({
              key: week.week,
              title: rangeWords(week.week, addDays(week.week, 6), today),
              numbers: kinds.map((kind) => {
                const goals = happened(week, kind)
                return goals === null ? null : { goals, filter: allOf(filter, ofWeek(kind, week.week)) }
              }),
            }))
            .toReversed()}
        />
      }
    />
  )
}

/** What can be known of the time before, and why not more: Gainsight keeps no history. */
function historyWords(since: string | null, isNew: boolean, today: CalendarDate): string {
  if (since === null) return texts.historyBeginsWhenTheFirst
  const begins = since === today ? texts.historyBeginsToday : texts.historyBeginsOn(shortDate(since, today))
  return isNew ? texts.gainsightKeepsNoneSoWhatMoved(begins) : texts.byWeeksFromMondayInUtc(begins)
}
