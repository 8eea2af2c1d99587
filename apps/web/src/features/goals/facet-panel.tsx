import * as texts from '@goalkeeper/texts/goals-facets'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import type { KeptFilter } from '@goalkeeper/filter/tree'
import { SlidersHorizontal } from 'lucide-react'
import classes from './facet-panel.module.css'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { LazyPopover } from '#web/shared/ui/lazy-popover.tsx'
import { FacetGroupView } from './facet-group-view.tsx'
import type { FacetGroup } from './facets.ts'
import { chosenValues, toggleValue } from './filter-parts.ts'
import type { WhichGoals } from './goal-queries.ts'

const facetsMenu = () => import('./facets-menu.tsx').then((module) => module.FacetsMenu)

type Props = {
  groups: FacetGroup[]
  /** Every facet that could stand here, and what is done when somebody chooses others: null for the usual ones. */
  offered: FacetGroup[]
  onGroupsChange: (fields: string[] | null) => void
  /** Buckets by field; a field that is missing is still being counted. */
  buckets: Record<string, FacetBucket[]>
  filter: KeptFilter | null
  onFilterChange: (filter: KeptFilter | null) => void
  /** Under which the values behind "More…" are looked up. */
  list: WhichGoals
}

/** What there is to narrow the list by, with exact counts. A click adds a value to the filter, another takes it out. */
export function FacetPanel({ groups, offered, onGroupsChange, buckets, filter, onFilterChange, list }: Props) {
  return (
    <div className={classes.panel} role="group" aria-label={texts.narrowTheList}>
      <div className={classes.head}>
        <span>{texts.narrowBy}</span>
        <LazyPopover
          label={texts.facets}
          load={facetsMenu}
          contentProps={{ offered, shown: groups.map(({ field }) => field), onShownChange: onGroupsChange }}
          button={(trigger) => (
            <ToolButton icon={<SlidersHorizontal size={14} />} {...trigger}>
              {texts.chooseFacets}
            </ToolButton>
          )}
        />
      </div>
      {groups.map((group) => (
        <FacetGroupView
          key={group.field}
          group={group}
          buckets={buckets[group.field] ?? null}
          chosen={chosenValues(filter, group.field) ?? []}
          onToggle={(value) => onFilterChange(toggleValue(filter, group, value))}
          list={list}
        />
      ))}
    </div>
  )
}
