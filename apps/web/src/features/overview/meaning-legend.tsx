import * as common from '@goalkeeper/texts/common'
import type { AnyMeaning } from '@goalkeeper/contract/overview-filters'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { grouped } from '@goalkeeper/texts/counted'
import { StatusShape } from '#web/shared/ui/status-shape.tsx'
import { ListLink } from './list-link.tsx'
import classes from './meaning-legend.module.css'
import { meaningWords } from './open-meanings.ts'
import swatches from './swatch.module.css'

type Props = { items: { meaning: AnyMeaning; goals: number; filter: FilterTree | null }[] }

/** What the patterns of the bars mean: by shape and word, with how many goals there are of each. */
export function MeaningLegend({ items }: Props) {
  return (
    <ul className={classes.legend} aria-label={common.statuses}>
      {items.map(({ meaning, goals, filter }) => (
        <li key={meaning}>
          <ListLink filter={filter} className={classes.item}>
            <span className={`${classes.swatch} ${swatches.swatch}`} data-meaning={meaning} aria-hidden="true" />
            <StatusShape meaning={meaning === 'unknown' ? null : meaning} />
            {meaningWords(meaning)} <span className={classes.count}>{grouped(goals)}</span>
          </ListLink>
        </li>
      ))}
    </ul>
  )
}
