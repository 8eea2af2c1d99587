import * as texts from '@goalkeeper/texts/goals-facets'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import { lazy, Suspense, useState } from 'react'
import classes from './facet-group-view.module.css'
import { FacetRow } from './facet-row.tsx'
import { facetLines, shortest, withSeen, type FacetGroup } from './facets.ts'
import type { Choice } from './filter-parts.ts'
import type { WhichGoals } from './goal-queries.ts'

const FacetSearch = lazy(() => import('./facet-search.tsx').then((module) => ({ default: module.FacetSearch })))

type Props = {
  group: FacetGroup
  buckets: FacetBucket[] | null
  chosen: Choice[]
  onToggle: (value: Choice) => void
  list: WhichGoals
}

export function FacetGroupView({ group, buckets, chosen, onToggle, list }: Props) {
  const [isSearching, setSearching] = useState(false)
  const [seen, setSeen] = useState<FacetBucket[]>([])
  const counted = withSeen(buckets ?? [], seen)
  const top = counted.slice(0, shortest)
  if (buckets && top.some(({ value }) => seen.every((each) => each.value !== value))) setSeen(top)
  const lines = facetLines(group, counted, chosen)
  const most = Math.max(1, ...lines.map(({ count }) => count))
  const hasMore = group.order === 'count' && lines.length > shortest
  return (
    <fieldset className={classes.group}>
      <legend className={classes.title}>{group.title}</legend>
      {lines.slice(0, group.order === 'count' ? shortest : undefined).map((line) => (
        <FacetRow
          key={String(line.value)}
          line={line}
          most={most}
          isCounted={buckets !== null}
          onToggle={() => onToggle(line.value)}
        />
      ))}
      {hasMore && (
        <button
          type="button"
          className={classes.more}
          aria-expanded={isSearching}
          onClick={() => setSearching(!isSearching)}
        >
          {isSearching ? texts.fewer : texts.more}
        </button>
      )}
      {isSearching && (
        <Suspense fallback={null}>
          <FacetSearch group={group} chosen={chosen} onToggle={onToggle} list={list} />
        </Suspense>
      )}
    </fieldset>
  )
}
