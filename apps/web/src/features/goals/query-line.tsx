import type { SortKey } from '@goalkeeper/contract/goals'
import { Button } from '@mantine/core'
import { ArrowDownUp, Columns3, PanelLeft } from 'lucide-react'
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
      <Button
        variant="subtle"
        color="gray"
        aria-pressed={facets.isOpen}
        leftSection={<PanelLeft size={14} />}
        onClick={facets.onToggle}
      >
        Facets
      </Button>
      <QuickSearch value={q} onChange={onQChange} />
      <div className={classes.filter}>{props.children}</div>
      <LazyPopover
        load={sortMenu}
        label="Sort"
        icon={<ArrowDownUp size={14} />}
        menuProps={{ columns, sort, onSortChange }}
      />
      <LazyPopover
        load={columnsMenu}
        label="Columns"
        icon={<Columns3 size={14} />}
        menuProps={{ columns, shown, onShownChange }}
      />
      <CopyButton text={address} done="Link copied">
        Copy link
      </CopyButton>
    </div>
  )
}
