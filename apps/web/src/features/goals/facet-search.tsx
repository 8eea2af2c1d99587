import * as texts from '@goalkeeper/texts/goals-facets'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import classes from './facet-search.module.css'
import { FacetRow } from './facet-row.tsx'
import { facetLines, type FacetGroup } from './facets.ts'
import type { Choice } from './filter-parts.ts'
import type { WhichGoals } from './goal-queries.ts'
import { optionsQuery } from './options-query.ts'

type Props = {
  group: FacetGroup
  chosen: Choice[]
  onToggle: (value: Choice) => void
  list: WhichGoals
}

/** Every value of a field, found by typing. */
export function FacetSearch({ group, chosen, onToggle, list }: Props) {
  const [search, setSearch] = useState('')
  const { data, error, isPending } = useQuery(optionsQuery(list, group.field, useDeferredValue(search)))
  // Chosen when the list opened: these stand first, also without goals, and stay there when they are let go.
  const [first] = useState(chosen)
  const found = facetLines(group, data ?? [], search.trim() === '' ? first : [])
  const lines = found.toSorted((one, other) => Number(first.includes(other.value)) - Number(first.includes(one.value)))
  const most = Math.max(1, ...lines.map(({ count }) => count))
  return (
    <div className={classes.search}>
      <input
        type="search"
        className={classes.input}
        aria-label={texts.findIn(group.title)}
        placeholder={texts.find}
        value={search}
        autoFocus
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className={classes.lines}>
        {lines.map((line) => (
          <FacetRow
            key={String(line.value)}
            line={{ ...line, isChosen: chosen.includes(line.value) }}
            most={most}
            isCounted
            onToggle={() => onToggle(line.value)}
          />
        ))}
        {!isPending && lines.length === 0 && (
          <p className={classes.none}>{error ? asApiError(error).detail : texts.nothingLikeThat}</p>
        )}
      </div>
    </div>
  )
}
