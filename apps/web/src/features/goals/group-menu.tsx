import * as texts from '@goalkeeper/texts/goals-menus'
import type { Field } from '@goalkeeper/contract/catalogue'
import { canGroupBy } from '@goalkeeper/contract/goal-groups'
import type { SortKey } from '@goalkeeper/contract/goals'
import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { groupChoices } from './group-choices.ts'
import classes from './group-menu.module.css'

type Props = {
  fields: readonly Field[]
  group: SortKey | null
  onGroupChange: (group: SortKey | null) => void
  onFoldAll: () => void
  onUnfoldAll: () => void
  onClose: () => void
}

/** What the list is grouped by: what is mostly wanted first, then every field of which goals have a value in common. */
export function GroupMenu({ fields, group, onGroupChange, onFoldAll, onUnfoldAll, onClose }: Props) {
  const [search, setSearch] = useState('')
  const words = search.trim().toLowerCase()
  const { first, others } = groupChoices(fields.filter(canGroupBy))
  const isFound = ({ label }: { label: string }) => label.toLowerCase().includes(words)
  const line = (field: string | null, label: string) => (
    <label key={field ?? ''} className={classes.line}>
      <input
        type="radio"
        name="group"
        className={classes.radio}
        checked={(group?.field ?? null) === field}
        onChange={() => onGroupChange(field === null ? null : { field, direction: 'asc' })}
        // The arrow keys choose by clicks of their own: the list stays open for them.
        onClick={({ detail }) => detail > 0 && onClose()}
      />
      <span className={classes.label}>{label}</span>
    </label>
  )
  return (
    <div className={classes.menu}>
      <input
        type="search"
        className={classes.search}
        aria-label={texts.findAFieldToGroupBy}
        placeholder={texts.findAField}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div role="radiogroup" className={classes.lines} aria-label={texts.groupBy}>
        {words === '' && line(null, texts.noGroups)}
        {first.filter(isFound).map(({ name, label }) => line(name, label))}
        {others.some(isFound) && <hr className={classes.rule} />}
        {others.filter(isFound).map(({ name, label }) => line(name, label))}
      </div>
      {group && (
        <footer className={classes.foot}>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={texts.orderOfTheGroups}
            value={group.direction}
            onChange={(value) => onGroupChange({ ...group, direction: value === 'desc' ? 'desc' : 'asc' })}
            data={[
              { value: 'asc', label: texts.firstToLast },
              { value: 'desc', label: texts.lastToFirst },
            ]}
          />
          <div className={classes.folds}>
            <Button variant="subtle" color="gray" onClick={onFoldAll}>
              {texts.collapseAll}
            </Button>
            <Button variant="subtle" color="gray" onClick={onUnfoldAll}>
              {texts.expandAll}
            </Button>
          </div>
        </footer>
      )}
    </div>
  )
}
