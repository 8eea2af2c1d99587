import * as texts from '@goalkeeper/texts/goals-first'
import { SelectBox } from '#web/shared/table/select-box.tsx'
import type { ColumnLayout } from './column-layout.ts'
import { HeaderCell } from './header-cell.tsx'
import type { HeaderDeeds } from './header-deeds.ts'
import { headerId, selectColumn } from './grid-ids.ts'
import classes from './grid-header.module.css'
import type { GoalHeader } from './use-goal-table.ts'

type Props = {
  headers: GoalHeader[]
  layout: ColumnLayout
  sortKeys: number
  isSelected: boolean | 'mixed'
  onSelectAll: () => void
  /** The active column, while a header is the active cell. */
  activeColumn: string | null
  onActivate: (column: string) => void
  /** The column whose menu is open. */
  menuColumn: string | null
  onMenu: (column: string | null) => void
  deeds: HeaderDeeds
}

/** The column headers: the first row of the grid, whose keys reach them as they do every cell. */
export function GridHeader(props: Props) {
  const { headers, layout, sortKeys, isSelected, onSelectAll, activeColumn, onActivate, menuColumn, onMenu, deeds } =
    props
  return (
    <div role="rowgroup" className={classes.head} style={{ minWidth: layout.minWidth }}>
      <div role="row" aria-rowindex={1} className={classes.row}>
        <div
          role="columnheader"
          id={headerId(selectColumn)}
          aria-colindex={1}
          className={classes.check}
          data-pinned={layout.stuckWidth > 0 || undefined}
          data-active={activeColumn === selectColumn || undefined}
          onFocus={() => onActivate(selectColumn)}
        >
          <SelectBox label={texts.selectAllGoalsThatMatch} isSelected={isSelected} onSelect={onSelectAll} />
        </div>
        {headers.map((header, index) => (
          <HeaderCell
            key={header.column.id}
            header={header}
            place={index}
            left={layout.stickAt.get(header.column.id)}
            isNumeric={layout.numeric.has(header.column.id)}
            sortKeys={sortKeys}
            isActive={activeColumn === header.column.id}
            isMenuOpen={menuColumn === header.column.id}
            onMenu={(isOpen) => onMenu(isOpen ? header.column.id : null)}
            onFocus={() => onActivate(header.column.id)}
            deeds={deeds}
          />
        ))}
      </div>
    </div>
  )
}
