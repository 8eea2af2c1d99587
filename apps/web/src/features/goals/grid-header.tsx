import { useState, type KeyboardEvent } from 'react'
import type { ColumnLayout } from './column-layout.ts'
import { HeaderCell, type HeaderDeeds } from './header-cell.tsx'
import classes from './grid-header.module.css'
import { SelectBox } from '#web/shared/table/select-box.tsx'
import type { GoalHeader } from './use-goal-table.ts'

type Props = {
  headers: GoalHeader[]
  layout: ColumnLayout
  sortKeys: number
  isSelected: boolean | 'mixed'
  onSelectAll: () => void
  deeds: HeaderDeeds
}

/** The column headers. One tab stop: arrows go from header to header, and each header's own keys sort, move and resize it. */
export function GridHeader({ headers, layout, sortKeys, isSelected, onSelectAll, deeds }: Props) {
  const [stop, setStop] = useState(0)

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.shiftKey || event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-header]')]
    const next = buttons.findIndex((button) => button === document.activeElement) + (event.key === 'ArrowLeft' ? -1 : 1)
    buttons[next]?.focus()
  }

  return (
    <div role="rowgroup" className={classes.head} onKeyDown={handleKey}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        <div role="columnheader" aria-colindex={1} className={classes.check}>
          <SelectBox label="Select all goals that match" isSelected={isSelected} onSelect={onSelectAll} />
        </div>
        {headers.map((header, index) => (
          <HeaderCell
            key={header.column.id}
            header={header}
            place={index}
            left={layout.stickAt.get(header.column.id)}
            isNumeric={layout.numeric.has(header.column.id)}
            sortKeys={sortKeys}
            isTabStop={index === Math.min(stop, headers.length - 1)}
            onFocus={() => setStop(index)}
            deeds={deeds}
          />
        ))}
      </div>
    </div>
  )
}
