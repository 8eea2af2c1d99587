import type { FacetBucket } from '@goalkeeper/contract/goals'
import type { KeptFilter } from '@goalkeeper/filter/tree'
import classes from './facet-panel.module.css'
import { FacetGroupView } from './facet-group-view.tsx'
import type { FacetGroup } from './facets.ts'
import { chosenValues, toggleValue } from './filter-parts.ts'
import type { WhichGoals } from './goal-queries.ts'

type Props = {
  groups: FacetGroup[]
  /** Buckets by field; a field that is missing is still being counted. */
  buckets: Record<string, FacetBucket[]>
  filter: KeptFilter | null
  onFilterChange: (filter: KeptFilter | null) => void
  /** Under which the values behind "More…" are looked up. */
  list: WhichGoals
}

/** What there is to narrow the list by, with exact counts. A click adds a value to the filter, another takes it out. */
export function FacetPanel({ groups, buckets, filter, onFilterChange, list }: Props) {
  return (
    <div className={classes.panel} role="group" aria-label="Narrow the list">
      {groups.map((group) => (
        <FacetGroupView
          key={group.field}
          group={group}
          buckets={buckets[group.field] ?? null}
          chosen={chosenValues(filter, group.field) ?? []}
          onToggle={(value) => onFilterChange(toggleValue(filter, group.field, value))}
          list={list}
        />
      ))}
    </div>
  )
}
