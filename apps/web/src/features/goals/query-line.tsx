import type { SortKey } from '@goalkeeper/contract/goals'
import { ArrowDownUp, Columns3, Link2, PanelLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { CopyButton } from '#web/shared/ui/copy-button.tsx'
import type { ColumnChoice } from './column-choice.ts'
import type { GoalColumn } from './goal-columns.ts'
import { LazyPopover } from './lazy-popover.tsx'
import classes from './query-line.module.css'
import { QuickSearch } from './quick-search-box.tsx'

type Props = {
  q: string
  onQChange: (q: string) => void
  facets: { isOpen: boolean; onToggle: () => void }
  /** Chips of the filter, and the way to its builder. */
  children: ReactNode
  columns: GoalColumn[]
  shown: ColumnChoice[]
  onShownChange: (shown: ColumnChoice[] | null) => void
  sort: SortKey[]
  onSortChange: (sort: SortKey[]) => void
  /** The address of exactly this list, for someone else. */
  address: () => string
}

const columnsMenu = () => import('./columns-menu.tsx').then((module) => module.ColumnsMenu)
const sortMenu = () => import('./sort-menu.tsx').then((module) => module.SortMenu)

/** The question that the list answers: search and filter at the left, order, columns and link at the right. */
export function QueryLine(props: Props) {
  const { q, onQChange, facets, columns, shown, onShownChange, sort, onSortChange, address } = props
  return (
    <div className={classes.line}>
      <button
        type="button"
        className={classes.facets}
        aria-label="Facets"
        aria-pressed={facets.isOpen}
        onClick={facets.onToggle}
      >
        <PanelLeft size={14} aria-hidden="true" />
        <span className={classes.word}>Facets</span>
      </button>
      <QuickSearch value={q} onChange={onQChange} />
      <div className={classes.filter}>{props.children}</div>
      <LazyPopover
        load={sortMenu}
        label="Sort"
        icon={<ArrowDownUp size={14} />}
        menuProps={{ columns, sort, onSortChange }}
      />
      <span className={classes.wide}>
        <LazyPopover
          load={columnsMenu}
          label="Columns"
          icon={<Columns3 size={14} />}
          menuProps={{ columns, shown, onShownChange }}
        />
        <CopyButton text={address} done="Link copied" leftSection={<Link2 size={14} />}>
          Copy link
        </CopyButton>
      </span>
    </div>
  )
}
