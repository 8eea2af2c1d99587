import * as texts from '@goalkeeper/texts/associations'
import * as common from '@goalkeeper/texts/common'
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
      aria-label={texts.filterBy(name)}
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
            label={texts.allCompanies}
            checked={isWide}
            onChange={(event) => props.onWideChange?.(event.currentTarget.checked)}
          />
        )}
      </div>
      <TextInput
        aria-label={common.searchByName}
        placeholder={isWide ? common.searchAllCompaniesByName : common.searchByName}
        value={filter.search}
        onChange={(event) => onFilterChange({ ...filter, search: event.currentTarget.value })}
      />
      <div className={classes.filters}>
        {select('type', texts.everyType, choices.types)}
        {select('status', texts.everyStatus, choices.statuses)}
        {select('owner', texts.everyOwner, choices.owners)}
      </div>
      {(closed.hidden > 0 || closed.shown) && (
        <Checkbox
          label={closed.shown ? texts.closedOnesToo : texts.closedOnesTooHidden(closed.hidden)}
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
                    aria-label={isStaged ? texts.takeBackNamed(nameOf(item)) : texts.linkNamed(nameOf(item))}
                    onClick={() => props.onToggle(item, false)}
                  >
                    {isStaged ? common.takeBack : common.link}
                  </Button>
                }
              />
            </li>
          )
        })}
      </ul>
      {wanted.length === 0 && <p className={classes.none}>{noneWords(props)}</p>}
      {isCut && <p className={classes.none}>{texts.thereAreMoreSearchByName}</p>}
    </section>
  )
}

function noneWords({ items, filter, isWide }: Props): string {
  if (isWide && !filter.search.trim()) return common.typeAPartOfTheName
  return items.length === 0 ? texts.thereIsNothingElseToLink : texts.nothingMatchesTheseFilters
}
