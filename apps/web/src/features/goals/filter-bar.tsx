import type { Field } from '@goalkeeper/contract/catalogue'
import type { Wording } from '@goalkeeper/filter/sentence'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { Button, Popover } from '@mantine/core'
import { ListFilter } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import classes from './filter-bar.module.css'
import { FilterChips } from './filter-chips.tsx'
import type { GoalList } from './goal-queries.ts'
import { useFilterLabels } from './use-filter-labels.ts'

const load = () => import('./filter-builder.tsx')
const FilterBuilder = lazy(() => load().then((module) => ({ default: module.FilterBuilder })))

type Props = {
  fields: readonly Field[]
  value: FilterTree | null
  onChange: (value: FilterTree | null) => void
  /** The list as it is asked for, for values with their counts. */
  list: Pick<GoalList, 'filter' | 'today'>
  /** What every goal of the page has in common. */
  scope: FilterTree | null
  labelOf: NonNullable<Wording['labelOf']>
  total: number | null
  isExact: boolean
}

/** The filter in the query line: its chips, and a button that opens the builder below while the list goes on living behind it. */
export function FilterBar({ fields, value, onChange, list, scope, total, isExact, ...props }: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { wording, learn } = useFilterLabels(fields, value, list.today, props.labelOf)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <Popover
        opened={isOpen}
        position="bottom-start"
        offset={6}
        closeOnClickOutside={false}
        closeOnEscape={false}
        returnFocus={false}
      >
        <Popover.Target>
          <Button
            ref={button}
            variant={isOpen ? 'light' : 'subtle'}
            color="gray"
            className={classes.button}
            leftSection={<ListFilter size={14} />}
            onPointerEnter={() => void load()}
            onClick={() => setOpen(!isOpen)}
          >
            Filter
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes.sheet} aria-label="Filter">
          <Suspense fallback={null}>
            <FilterBuilder
              fields={fields}
              value={value}
              onChange={onChange}
              list={list}
              scope={scope}
              wording={wording}
              learn={learn}
              total={total}
              isExact={isExact}
              onClose={close}
            />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      <FilterChips
        value={value}
        onChange={(next) => {
          onChange(next)
          button.current?.focus()
        }}
        wording={wording}
        onOpen={() => setOpen(true)}
      />
    </>
  )
}
