import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import { useDroppable } from '@dnd-kit/core'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { isWanted, type AvailableFilter, type Choices } from './available-filter.ts'
import classes from './available-side.module.css'
import { LinkItem, nameOf } from './link-item.tsx'
import { underPlans, type Staged } from './staging.ts'

/** More rows than anyone reads; the rest is found by searching. */
const mostShown = 200

type Props = {
  title: string
  /** Everything that can be linked; already without what is. */
  items: readonly LinkedItem[]
  choices: Choices
  staged: Staged
  filter: AvailableFilter
  onFilterChange: (filter: AvailableFilter) => void
  isWide: boolean
  /** Null where there is no company to keep to. */
  onWideChange: ((isWide: boolean) => void) | null
  closed: { hidden: number; shown: boolean; onShownChange: (shown: boolean) => void }
  isTruncated: boolean
  notes: ReactNode
  onToggle: (item: LinkedItem, isLinked: boolean) => void
  disabledReason: string | null
}

/** What can be linked: the goal's company's, or everyone's; narrowed by words, type, status and owner. */
export function AvailableSide(props: Props) {
  const { items, choices, staged, filter, onFilterChange, closed, isWide } = props
  const { setNodeRef, isOver } = useDroppable({ id: 'available' })
  const wanted = underPlans(items.filter((item) => isWanted(item, filter)))
  const isCut = props.isTruncated || wanted.length > mostShown
  const select = (name: 'type' | 'status' | 'owner', all: string, values: string[]) => (
    <NativeSelect
      aria-label={`Filter by ${name}`}
      data={[{ value: '', label: all }, ...values]}
      value={filter[name]}
      onChange={(event) => onFilterChange({ ...filter, [name]: event.currentTarget.value })}
    />
  )
  return (
    <section
      ref={setNodeRef}
      className={classes.side}
      data-side="available"
      data-over={isOver || undefined}
      aria-label={props.title}
    >
      <div className={classes.head}>
        <h2 className={classes.title}>{props.title}</h2>
        {props.onWideChange && (
          <Checkbox
            label="All companies"
            checked={isWide}
            onChange={(event) => props.onWideChange?.(event.currentTarget.checked)}
          />
        )}
      </div>
      <TextInput
        aria-label="Search by name"
        placeholder={isWide ? 'Search all companies by name' : 'Search by name'}
        value={filter.search}
        onChange={(event) => onFilterChange({ ...filter, search: event.currentTarget.value })}
      />
      <div className={classes.filters}>
        {select('type', 'Every type', choices.types)}
        {select('status', 'Every status', choices.statuses)}
        {select('owner', 'Every owner', choices.owners)}
      </div>
      {(closed.hidden > 0 || closed.shown) && (
        <Checkbox
          label={closed.shown ? 'Closed ones too' : `Closed ones too (${closed.hidden} hidden)`}
          checked={closed.shown}
          onChange={(event) => closed.onShownChange(event.currentTarget.checked)}
        />
      )}
      {props.notes}
      <ul className={classes.items} aria-label={props.title}>
        {wanted.slice(0, mostShown).map(({ item, isUnderPlan }) => {
          const isStaged = staged.link.has(item.gsid)
          return (
            <li key={item.gsid}>
              <LinkItem
                item={item}
                side="available"
                state={isStaged ? 'to link' : 'available'}
                isUnderPlan={isUnderPlan}
                showsCompany={isWide}
                button={
                  <Button
                    data-item-deed
                    variant="default"
                    disabled={props.disabledReason !== null}
                    title={props.disabledReason ?? undefined}
                    aria-label={`${isStaged ? 'Take back' : 'Link'} ${nameOf(item)}`}
                    onClick={() => props.onToggle(item, false)}
                  >
                    {isStaged ? 'Take back' : 'Link'}
                  </Button>
                }
              />
            </li>
          )
        })}
      </ul>
      {wanted.length === 0 && <p className={classes.none}>{noneWords(props)}</p>}
      {isCut && <p className={classes.none}>There are more: search by name to find them.</p>}
    </section>
  )
}

function noneWords({ items, filter, isWide }: Props): string {
  if (isWide && !filter.search.trim()) return 'Type a part of the name to search in all companies.'
  return items.length === 0 ? 'There is nothing else to link here.' : 'Nothing matches these filters.'
}
