import * as texts from '@goalkeeper/texts/goals-menus'
import type { SortKey } from '@goalkeeper/contract/goals'
import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import type { GoalColumn } from './goal-columns.ts'
import { defaultSort, toggleSort } from './sort-keys.ts'
import classes from './sort-menu.module.css'

type Props = {
  columns: GoalColumn[]
  sort: SortKey[]
  onSortChange: (sort: SortKey[]) => void
  /** Something is searched for: without an order the best comes first. */
  isSearched: boolean
}

/** The sort keys in their order, by any column, shown or not. */
export function SortMenu({ columns, sort, onSortChange, isSearched }: Props) {
  const sortable = columns.filter(({ sortField }) => sortField !== null)
  const labelOf = (field: string) => sortable.find(({ sortField }) => sortField === field)?.label ?? field
  const unused = sortable.filter(({ sortField }) => sort.every(({ field }) => field !== sortField))
  return (
    <div className={classes.menu}>
      {isSearched && sort.length === 0 && <p className={classes.best}>{texts.whatFitsTheSearchBestComes}</p>}
      <ol className={classes.keys}>
        {sort.map(({ field, direction }, index) => {
          const isAscending = direction === 'asc'
          return (
            <li key={field} className={classes.key}>
              <span className={classes.label}>
                {index === 0 ? texts.by : texts.thenBy} <b>{labelOf(field)}</b>
              </span>
              <Button
                variant="subtle"
                color="gray"
                leftSection={isAscending ? <ArrowUp size={14} /> : <ArrowDown size={14} />}
                onClick={() =>
                  onSortChange(
                    sort.map((key) => (key.field === field ? { field, direction: isAscending ? 'desc' : 'asc' } : key)),
                  )
                }
              >
                {isAscending ? texts.ascending : texts.descending}
              </Button>
              <ActionIcon
                aria-label={texts.doNotSortBy(labelOf(field))}
                onClick={() => onSortChange(sort.filter((key) => key.field !== field))}
              >
                <X size={14} />
              </ActionIcon>
            </li>
          )
        })}
      </ol>
      <NativeSelect
        aria-label={texts.sortByOneMoreColumn}
        value=""
        data={[
          { value: '', label: sort.length === 0 ? texts.sortBy : texts.thenByDots },
          ...unused.map(({ sortField, label, field }) => ({ value: sortField ?? '', label: field?.label ?? label })),
        ]}
        onChange={(event) => onSortChange(toggleSort(sort, event.target.value, true))}
      />
      {isSearched && sort.length > 0 && (
        <Button variant="subtle" color="gray" onClick={() => onSortChange([])}>
          {texts.whatFitsTheSearchBestFirst}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={() => onSortChange(defaultSort)}>
        {isSearched ? texts.openOnesFirstByDueDate : texts.asAtFirstOpenOnesBy}
      </Button>
    </div>
  )
}
