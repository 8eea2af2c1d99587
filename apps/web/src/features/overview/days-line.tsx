import * as texts from '@goalkeeper/texts/overview'
import type { Overview } from '@goalkeeper/contract/overview'
import { weeksBack } from '@goalkeeper/contract/overview'
import { addDays, daysBetween } from '@goalkeeper/filter/dates'
import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { type CalendarDate, shortDate } from '#web/shared/time/calendar-date.ts'
import classes from './days-line.module.css'
import { isUnknown } from './is-meaningless.ts'
import { openOf } from './open-meanings.ts'

type Props = { days: Overview['days']; from: CalendarDate; today: CalendarDate }
type Point = { at: number; open: number; risk: number } | { at: number; open: null }

const width = weeksBack * 7
const height = 56

/** How many goals were open on each day, and how many of them at risk. A day without a count is a gap, and so is one on which nobody could tell. */
export function DaysLine({ days, from, today }: Props) {
  if (days === null) return <p className={classes.words}>{texts.countsOfDaysAreKeptFor}</p>
  const told = days.filter(({ goals }) => !isUnknown(goals))
  const last = told.at(-1)
  if (!last) {
    const why = days.length > 0 ? texts.nobodyHasSaidWhatStatusesMean : texts.noDayWasCountedYet
    return <p className={classes.words}>{why}</p>
  }

  const byDay = new Map(told.map(({ day, goals }) => [day, goals]))
  const points = Array.from({ length: width }, (_, at): Point => {
    const goals = byDay.get(addDays(from, at))
    return goals ? { at: at + 0.5, open: openOf(goals), risk: goals['at risk'] } : { at: at + 0.5, open: null }
  })
  const known = points.filter((point) => point.open !== null)
  const y = scaleLinear()
    .domain([0, Math.max(1, ...known.map(({ open }) => open))])
    .range([height - 1, 2])
  const isKnown = (point: Point) => point.open !== null
  const openPath = line<Point>(
    ({ at }) => at,
    ({ open }) => y(open ?? 0),
  ).defined(isKnown)(points)
  const riskPath = area<Point>()
    .x(({ at }) => at)
    .y0(y(0))
    .y1((point) => y(point.open === null ? 0 : point.risk))
    .defined(isKnown)(points)
  const open = openOf(last.goals)
  const words = texts.openOfThemAtRiskOn(open, last.goals['at risk'], shortDate(last.day, today), known.length)
  // A line of one day has no length: a dot tells that it is there.
  const dots = points.filter(
    (point, index) => isKnown(point) && !isKnown(points[index - 1] ?? gap) && !isKnown(points[index + 1] ?? gap),
  )

  return (
    <figure className={classes.figure}>
      <svg
        className={classes.plot}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={texts.openGoalsByDay(words)}
      >
        <path className={classes.risk} d={riskPath ?? ''} />
        <path className={classes.open} d={openPath ?? ''} />
        {dots.map((point) => (
          <path key={point.at} className={classes.dot} d={`M${point.at},${y(point.open ?? 0)}h0.01`} />
        ))}
      </svg>
      <figcaption className={classes.words} data-side={daysBetween(from, last.day) > width / 2 ? 'end' : undefined}>
        {words}
      </figcaption>
    </figure>
  )
}

const gap: Point = { at: 0, open: null }
