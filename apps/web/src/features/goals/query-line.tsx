import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-filter-first'
import type { SortKey } from '@goalkeeper/contract/goals'
import { ArrowDownUp, Braces, Columns3, Link2, PanelLeft, Rows3 } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { CopyButton } from '#web/shared/ui/copy-button.tsx'
import { LazyPopover } from '#web/shared/ui/lazy-popover.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import type { ColumnChoice } from './column-choice.ts'
import type { ColumnsMenu } from './columns-menu.tsx'
import type { GoalColumn } from './goal-columns.ts'
import type { GroupMenu } from './group-menu.tsx'
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
  ofLink: ComponentProps<typeof ColumnsMenu>['ofLink']
  grouping: Omit<ComponentProps<typeof GroupMenu>, 'onClose'>
  sort: SortKey[]
  onSortChange: (sort: SortKey[]) => void
  /** The address of exactly this list, for someone else. */
  address: () => string
  /** Makes a short link to this list; without it its long address can be copied. */
  shareButton?: ReactNode
  /** Takes this list out into a file. */
  exportButton?: ReactNode
  /** Shows the tenant call behind this list. */
  onShowRequest?: (() => void) | undefined
}

const columnsMenu = () => import('./columns-menu.tsx').then((module) => module.ColumnsMenu)
const groupMenu = () => import('./group-menu.tsx').then((module) => module.GroupMenu)
const sortMenu = () => import('./sort-menu.tsx').then((module) => module.SortMenu)

/** The question that the list answers: search and filter at the left, groups, order, columns and link at the right. */
export function QueryLine(props: Props) {
  const { q, onQChange, facets, columns, shown, onShownChange, sort, onSortChange, address, onShowRequest } = props
  return (
    <div className={classes.line}>
      <ToolButton
        icon={<PanelLeft size={14} />}
        iconBelow={560}
        command={{ place: common.thisList, label: texts.showOrHideFacets, key: 't' }}
        aria-pressed={facets.isOpen}
        onClick={facets.onToggle}
      >
        {texts.facets}
      </ToolButton>
      <QuickSearch value={q} onChange={onQChange} />
      <div className={classes.filter}>{props.children}</div>
      <LazyPopover
        label={texts.group}
        load={groupMenu}
        contentProps={props.grouping}
        button={(trigger) => (
          <ToolButton
            icon={<Rows3 size={14} />}
            iconBelow={1000}
            tone={props.grouping.group ? 'accent' : 'quiet'}
            {...trigger}
          >
            {texts.group}
          </ToolButton>
        )}
      />
      <LazyPopover
        label={texts.sort}
        load={sortMenu}
        contentProps={{ columns, sort, onSortChange, isSearched: q !== '' }}
        button={(trigger) => (
          <ToolButton
            icon={<ArrowDownUp size={14} />}
            iconBelow={1000}
            command={{ place: common.thisList, label: texts.sort, key: 'o', alias: common.order }}
            {...trigger}
          >
            {texts.sort}
          </ToolButton>
        )}
      />
      <span className={classes.wide}>
        <LazyPopover
          label={common.columns}
          load={columnsMenu}
          contentProps={{ columns, shown, onShownChange, ofLink: props.ofLink }}
          button={(trigger) => (
            <ToolButton
              icon={<Columns3 size={14} />}
              iconBelow={1000}
              command={{ place: common.thisList, label: texts.columnsRowHeight, key: 'c', alias: texts.fieldsDensity }}
              {...trigger}
            >
              {common.columns}
            </ToolButton>
          )}
        />
        {props.shareButton ?? (
          <CopyButton
            text={address}
            done={common.linkCopied}
            icon={<Link2 size={14} />}
            iconBelow={1000}
            title={common.copyLink}
            command={{ place: common.thisList, label: texts.copyLinkToThisList, alias: common.share }}
          >
            {common.copyLink}
          </CopyButton>
        )}
      </span>
      {props.exportButton}
      {onShowRequest && (
        <span className={classes.wide}>
          <ToolButton
            icon={<Braces size={14} />}
            iconBelow={1000}
            command={{ place: common.thisList, label: common.asApiRequest, alias: texts.callCurl }}
            onClick={onShowRequest}
          >
            {common.asApiRequest}
          </ToolButton>
        </span>
      )}
    </div>
  )
}
