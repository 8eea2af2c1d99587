import * as shared from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-first'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { FilterTree, KeptFilter } from '@goalkeeper/filter/tree'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { overlayMedia, sheetMedia, useMedia } from '#web/shared/ui/use-media.ts'
import { defaultColumns, printColumns, type ColumnChoice } from './column-choice.ts'
import { rowHeightOf } from './density.ts'
import { fieldsShown } from './goal-columns.ts'
import type { GoalList, WhichGoals } from './goal-queries.ts'
import { FilterBar } from './filter-bar.tsx'
import { GoalGrid } from './goal-grid.tsx'
import classes from './goals-page.module.css'
import { useLayout } from './layout-query.ts'
import { ListBands } from './list-bands.tsx'
import { unresolvedLinks } from './unresolved-links.ts'
import { ListHeader } from './list-header.tsx'
import type { GoalListSearch } from './list-search.ts'
import { NeighboursProvider, noNeighbours, type Neighbours } from './neighbours.tsx'
import { QueryLine } from './query-line.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { selectedGoals, type SelectedGoals } from './selection.ts'
import { printSort } from './sort-keys.ts'
import { SummaryStrip } from './summary-strip.tsx'
import { useFacetPanel } from './use-facet-panel.ts'
import { useFilterLabels } from './use-filter-labels.ts'
import { useGoalList } from './use-goal-list.ts'
import { useListCommands } from './use-list-commands.ts'
import { useGroupFolds } from './use-group-folds.ts'

// Rows come first: facets are counted after them, and there mostly are some.
const FacetPanel = lazy(() => import('./facet-panel.tsx').then((module) => ({ default: module.FacetPanel })))
// In one chunk with the builder, which reads queries too.
const SearchAsFilter = lazy(() => import('./filter-builder.tsx').then((module) => ({ default: module.SearchAsFilter })))
const NoGoals = lazy(() => import('./no-goals.tsx').then((module) => ({ default: module.NoGoals })))

/** The list as it is shown: what is in it, in which order, by which fields, and what is selected of it. */
type ListToExport = WhichGoals &
  Pick<GoalList, 'group' | 'sort'> & {
    shown: string[]
    hasRichText: boolean
    total: number
    selected: { goals: SelectedGoals; size: number } | null
  }

/** The list as a view or a link keeps it, with nothing left to what this browser remembers; and what it asks of the server. */
export type ShownList = {
  search: GoalListSearch
  list: GoalList
  total: number | null
  /** Its rows are there: what is less urgent may be asked for. */
  isReady: boolean
}

type Props = {
  search: GoalListSearch
  /** `isStep`: worth a step back; otherwise the address is only brought up to date. */
  onSearchChange: (patch: GoalListSearch, isStep: boolean) => void
  fields: Field[]
  statuses: Status[]
  title: string
  /** Tabs of views, in the place of the title. */
  tabs?: (shown: ShownList) => ReactNode
  /** Makes a short link to the list, in the place of copying its address. */
  shareButton?: (shown: ShownList) => ReactNode
  /** What there is to say of where the list comes from. */
  notices?: ReactNode
  /** The columns are those of a view or link: changing them changes nobody's own layout. */
  isGivenLayout?: boolean
  /** Stands under the title, such as what is known of the company that the list is about. */
  intro?: ReactNode
  /** What every goal here has in common; the same object on every render. */
  scope: FilterTree | null
  actions?: ReactNode
  openGsid: string | null
  onOpen: (gsid: string | null) => void
  hrefOf: (gsid: string) => string
  /** The address of this list with a change applied. */
  addressOf: (patch: GoalListSearch) => string
  /** What other features can do with all goals that the list shows. */
  listDeeds?: (goals: WhichGoals) => ReactNode
  /** What other features can do to the selected goals, of which there are `size`. */
  selectionDeeds?: (goals: SelectedGoals, size: number) => ReactNode
  /** What takes the list out into a file, as it is shown. */
  exportButton?: (list: ListToExport) => ReactNode
  /** Shows the tenant call that this list comes down to. */
  onShowRequest?: (goals: WhichGoals) => void
  /** Whether something stands beside the list: the open goal, or the form for a new one. */
  hasPanel: boolean
  panel: ReactNode
}

/** A list of goals with everything that narrows, orders and selects it. The address holds its state; this page only draws it. */
export function GoalsPage(props: Props) {
  const { search, fields, statuses, scope, openGsid, onOpen } = props
  const isPhone = useMedia(sheetMedia)
  const isOverlay = useMedia(overlayMedia)
  const layout = useLayout()
  const facets = useFacetPanel({ isOverlay, hasPanel: props.hasPanel })
  const list = useGoalList({ search, fields, statuses, scope, hasFacets: facets.isOpen, layoutColumns: layout.columns })
  const { model, state, total, isExact, selection, buckets } = list
  useListCommands(selection, total ?? 0, layout)
  const folds = useGroupFolds(model.list.group?.field ?? null)
  const [neighbours, setNeighbours] = useState<Neighbours>(noNeighbours)
  const [isSelecting, setSelecting] = useState(false)
  const q = search.q ?? ''

  const onSearchChange: Props['onSearchChange'] = (patch, isStep) => {
    list.askAhead(patch)
    props.onSearchChange(patch, isStep)
  }
  const toggleSelecting = () => {
    setSelecting(!isSelecting)
    selection.clear()
  }
  const setFilter = (filter: KeptFilter | null) => onSearchChange({ filter: filter ?? undefined }, true)
  const setQ = (next: string) => onSearchChange({ q: next || undefined }, q === '' || next === '')
  // The columns of a view or a link are its own: what is changed about them stays in the address, and one's own are as they were.
  const isOfLink = props.isGivenLayout === true || search.columns !== undefined
  const setShown = (shown: ColumnChoice[] | null) => {
    const text = shown && printColumns(shown)
    if (isOfLink) onSearchChange({ columns: text ?? printColumns(defaultColumns) }, false)
    else layout.saveColumns(text)
  }
  const leaveLink = () => onSearchChange({ columns: undefined }, false)
  const keepLink = () => {
    layout.saveColumns(printColumns(model.shown))
    leaveLink()
  }
  const { dropped: _dropped, ...understood } = { ...search, ...model.understood }
  const shownList = {
    search: { ...understood, columns: printColumns(model.shown) },
    list: model.list,
    total,
    isReady: state.shown?.list === model.list,
  }
  const { wording, learn } = useFilterLabels(fields, model.filter, buckets)

  return (
    <div className={classes.page}>
      <div className={classes.list}>
        <ListHeader
          title={props.title}
          tabs={props.tabs?.(shownList)}
          total={total}
          isExact={isExact}
          actions={
            <>
              {isPhone && (
                <ToolButton aria-pressed={isSelecting} onClick={toggleSelecting}>
                  {isSelecting ? shared.done : texts.selectTitle}
                </ToolButton>
              )}
              {props.listDeeds?.(model.list)}
              {props.actions}
            </>
          }
        />
        {props.intro}
        <QueryLine
          q={q}
          onQChange={setQ}
          facets={{ isOpen: facets.isOpen, onToggle: facets.toggle }}
          columns={model.columns}
          shown={model.shown}
          onShownChange={setShown}
          ofLink={isOfLink ? { keep: keepLink, leave: leaveLink } : null}
          grouping={{
            fields,
            group: model.list.group,
            onGroupChange: (group) => onSearchChange({ group: group ? printSort([group]) : undefined }, true),
            onFoldAll: folds.foldAll,
            onUnfoldAll: folds.unfoldAll,
          }}
          sort={model.list.sort}
          onSortChange={(sort) => onSearchChange({ sort: printSort(sort) || undefined }, true)}
          address={() => props.addressOf({ columns: printColumns(model.shown), dropped: undefined })}
          shareButton={props.shareButton?.(shownList)}
          exportButton={props.exportButton?.({
            ...model.list,
            shown: fieldsShown(model.shown, model.columns),
            hasRichText: model.columns.some(
              ({ id, field }) => field?.type === 'html' && model.shown.some((choice) => choice.id === id),
            ),
            total: total ?? 0,
            selected:
              selection.count > 0
                ? { goals: selectedGoals(selection.selection, model.list), size: selection.count }
                : null,
          })}
          onShowRequest={props.onShowRequest && (() => props.onShowRequest?.(model.list))}
        >
          {q.includes(':') && (
            <Suspense fallback={null}>
              <SearchAsFilter
                q={q}
                fields={fields}
                wording={wording}
                value={model.filter}
                onTake={(filter) => onSearchChange({ filter: filter ?? undefined, q: undefined }, true)}
              />
            </Suspense>
          )}
          <FilterBar
            fields={fields}
            value={model.filter}
            onChange={setFilter}
            list={model.list}
            scope={scope}
            wording={wording}
            learn={learn}
            total={total}
            isExact={isExact}
          />
        </QueryLine>
        <SummaryStrip buckets={buckets} filter={model.filter} onFilterChange={setFilter} />
        {props.notices}
        <ListBands
          dropped={search.dropped ?? []}
          problems={model.problems}
          undecided={state.first?.undecided ?? 0}
          onShowUnresolved={() => setFilter(unresolvedLinks)}
          error={state.error}
          onRetry={state.retry}
          onDismissDropped={() => onSearchChange({ dropped: undefined }, false)}
          onDismissProblems={() => onSearchChange(model.understood, false)}
        />
        <div className={classes.body}>
          {facets.isOpen && <div className={classes.scrim} onClick={facets.close} />}
          {facets.isOpen && (
            <div className={classes.facets}>
              <Suspense fallback={null}>
                <FacetPanel
                  {...list.facets}
                  buckets={buckets}
                  filter={model.filter}
                  onFilterChange={setFilter}
                  list={model.list}
                />
              </Suspense>
            </div>
          )}
          <div className={classes.rows}>
            <div className={classes.grid}>
              <GoalGrid
                state={state}
                total={total}
                columns={model.columns}
                shown={model.shown}
                onShownChange={setShown}
                sort={model.list.sort}
                onSortChange={(sort) => onSearchChange({ sort: printSort(sort) || undefined }, true)}
                selection={selection}
                folds={folds}
                openGsid={openGsid}
                onOpen={onOpen}
                onEscape={() => (selection.count > 0 ? selection.clear() : onOpen(null))}
                hrefOf={props.hrefOf}
                onNeighbours={setNeighbours}
                isPhone={isPhone}
                isSelecting={isSelecting}
                rowHeight={rowHeightOf(layout.density, isPhone)}
                empty={
                  <Suspense fallback={null}>
                    <NoGoals
                      list={model.list}
                      filter={model.filter}
                      asked={model.asked}
                      q={q}
                      wording={wording}
                      isExact={isExact}
                      actions={props.actions}
                      onFilterChange={setFilter}
                      onSearchClear={() => setQ('')}
                    />
                  </Suspense>
                }
              />
            </div>
            <SelectionBar
              selection={selection}
              total={total ?? 0}
              onFilterChange={setFilter}
              deeds={props.selectionDeeds?.(selectedGoals(selection.selection, model.list), selection.count)}
            />
          </div>
        </div>
      </div>
      <NeighboursProvider value={neighbours}>{props.panel}</NeighboursProvider>
    </div>
  )
}
