import * as texts from '@goalkeeper/texts/goals-filter'
import { checkFilter } from '@goalkeeper/filter/check'
import { joinParts, partsOf } from '@goalkeeper/filter/parts'
import type { Condition } from '@goalkeeper/filter/tree'
import { useQuery } from '@tanstack/react-query'
import classes from './filter-count.module.css'
import { useFilterTools } from './filter-tools.ts'
import { goalCountQuery } from './goal-queries.ts'
import { grouped } from '@goalkeeper/texts/counted'

/** How many goals meet a condition by itself. */
export function FilterCount({ condition }: { condition: Condition | null }) {
  const { fields, list, scope } = useFilterTools()
  const isComplete = condition !== null && checkFilter(condition, fields).length === 0
  const filter = isComplete ? joinParts([...partsOf(scope), condition]) : null
  const { data } = useQuery({ ...goalCountQuery({ filter, search: '', today: list.today }), enabled: isComplete })
  return (
    <span
      className={classes.count}
      title={data === undefined || !isComplete ? undefined : texts.goalsThatMeetThisConditionBy}
    >
      {isComplete && data !== undefined ? grouped(data) : ''}
    </span>
  )
}
