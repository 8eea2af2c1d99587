import * as texts from '@goalkeeper/texts/overview'
import { allOf, type AnyMeaning, isClosed, isOpen, ofMeaning } from '@goalkeeper/contract/overview-filters'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { grouped } from '@goalkeeper/texts/counted'
import classes from './csm-chart.module.css'
import type { CsmRow } from './csm-rows.ts'
import { StatusShape } from '#web/shared/ui/status-shape.tsx'
import { ListLink } from './list-link.tsx'
import { meaningWords, openMeanings, openOf } from './open-meanings.ts'
import swatches from './swatch.module.css'
import type { useChartCursor } from './use-chart-cursor.ts'

type Props = {
  row: CsmRow
  place: number
  closed: readonly AnyMeaning[]
  filter: FilterTree | null
  most: { open: number; closed: number }
  bar: ReturnType<typeof useChartCursor>['bar']
}

export function CsmRowView({
  row: { label, hint, filter: own, goals, isFold = false },
  place,
  closed,
  filter,
  most,
  bar,
}: Props) {
  const open = openOf(goals)
  const segments = (meanings: readonly AnyMeaning[], first: number, scale: number) =>
    meanings.map((meaning, index) => {
      const words = texts.goalsOfMeaning(label, goals[meaning], meaningWords(meaning))
      return goals[meaning] === 0 ? null : (
        <ListLink
          key={meaning}
          filter={allOf(filter, own, ofMeaning(meaning))}
          className={isFold ? classes.part : `${classes.segment} ${swatches.swatch}`}
          data-meaning={meaning}
          aria-label={words}
          title={words}
          style={isFold ? undefined : { width: `${(100 * goals[meaning]) / scale}%` }}
          {...bar({ row: place, column: first + index })}
        >
          {isFold && (
            <>
              <StatusShape meaning={meaning === 'unknown' ? null : meaning} /> {grouped(goals[meaning])}
            </>
          )}
        </ListLink>
      )
    })
  return (
    <li className={classes.row}>
      <ListLink filter={allOf(filter, own)} className={classes.name} title={hint ? `${label} · ${hint}` : label}>
        {label}
      </ListLink>
      <div className={classes.bar}>{segments(openMeanings, 0, most.open)}</div>
      <ListLink
        filter={allOf(filter, own, isOpen)}
        className={classes.count}
        aria-label={`${label}: ${texts.openGoals(open)}`}
      >
        {grouped(open)}
      </ListLink>
      <div className={classes.bar} data-part="closed">
        {segments(closed, openMeanings.length, most.closed)}
      </div>
      <ListLink
        filter={allOf(filter, own, isClosed)}
        className={classes.count}
        data-part="closed"
        aria-label={`${label}: ${texts.closedGoals(goals.achieved + goals.dropped)}`}
      >
        {grouped(goals.achieved + goals.dropped)}
      </ListLink>
    </li>
  )
}
