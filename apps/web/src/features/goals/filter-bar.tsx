import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-filter-first'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { KeptFilter } from '@goalkeeper/filter/tree'
import { ListFilter } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './filter-bar.module.css'
import { FilterChips } from './filter-chips.tsx'
import type { FilterTools } from './filter-tools.ts'

const load = () => import('./filter-builder.tsx')
const FilterSheet = lazy(() => import('./filter-sheet.tsx').then((module) => ({ default: module.FilterSheet })))
const FilterBuilder = lazy(() => load().then((module) => ({ default: module.FilterBuilder })))

type Props = Pick<FilterTools, 'list' | 'scope' | 'wording' | 'learn'> & {
  fields: readonly Field[]
  value: KeptFilter | null
  onChange: (value: KeptFilter | null) => void
  total: number | null
  isExact: boolean
}

/** The filter in the query line: its chips, and a button that opens the builder below while the list goes on living behind it. */
export function FilterBar({ fields, value, onChange, total, isExact, ...tools }: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <span className={classes.anchor}>
        <ToolButton
          ref={button}
          icon={<ListFilter size={14} />}
          iconBelow={560}
          command={{ place: common.thisList, label: texts.filter, key: 'f', alias: texts.conditionsQuery }}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onPointerEnter={() => void load()}
          onClick={() => setOpen(!isOpen)}
        >
          {texts.filter}
        </ToolButton>
        {isOpen && (
          <Suspense fallback={null}>
            <FilterSheet>
              <FilterBuilder
                fields={fields}
                value={value}
                onChange={onChange}
                {...tools}
                total={total}
                isExact={isExact}
                onClose={close}
              />
            </FilterSheet>
          </Suspense>
        )}
      </span>
      <FilterChips
        value={value}
        onChange={(next) => {
          onChange(next)
          button.current?.focus()
        }}
        wording={tools.wording}
        onOpen={() => setOpen(true)}
      />
    </>
  )
}
