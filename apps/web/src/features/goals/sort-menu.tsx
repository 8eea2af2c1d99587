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
      {isSearched && sort.length === 0 && <p className={classes.best}>What fits the search best comes first.</p>}
      <ol className={classes.keys}>
        {sort.map(({ field, direction }, index) => {
          const isAscending = direction === 'asc'
          return (
            <li key={field} className={classes.key}>
              <span className={classes.label}>
                {index === 0 ? 'By' : 'then by'} <b>{labelOf(field)}</b>
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
                {isAscending ? 'ascending' : 'descending'}
              </Button>
              <ActionIcon
                aria-label={`Do not sort by ${labelOf(field)}`}
                onClick={() => onSortChange(sort.filter((key) => key.field !== field))}
              >
                <X size={14} />
              </ActionIcon>
            </li>
          )
        })}
      </ol>
      <NativeSelect
        aria-label="Sort by one more column"
        value=""
        data={[
          { value: '', label: sort.length === 0 ? 'Sort by…' : 'then by…' },
          ...unused.map(({ sortField, label, field }) => ({ value: sortField ?? '', label: field?.label ?? label })),
        ]}
        onChange={(event) => onSortChange(toggleSort(sort, event.target.value, true))}
      />
      {isSearched && sort.length > 0 && (
        <Button variant="subtle" color="gray" onClick={() => onSortChange([])}>
          What fits the search best first
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={() => onSortChange(defaultSort)}>
        {isSearched ? 'Open ones first, by due date' : 'As at first: open ones, by due date'}
      </Button>
    </div>
  )
}
