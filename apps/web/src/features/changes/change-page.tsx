import * as texts from '@goalkeeper/texts/changes-set'
import type { ChangeRow } from '@goalkeeper/contract/changes'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { fieldsQuery, statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { useMay } from '#web/shared/api/use-may.ts'
import { useOpenRow } from '#web/shared/table/use-open-row.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { EmptyState } from '#web/shared/ui/empty-state.tsx'
import { PageWithSide } from '#web/shared/ui/page-with-side.tsx'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import { useWritesReason } from '#web/shared/writes/use-writes-reason.ts'
import { ChangeBands } from './change-bands.tsx'
import { ChangeGrid } from './change-grid.tsx'
import { ChangeHeader } from './change-header.tsx'
import { changeRowsKey, changeSetQuery, useSaveChangeRow } from './change-queries.ts'
import { shownPart, type ChangeSearch, type RowPart } from './change-search.ts'
import { tabTitle } from './change-words.ts'
import { ChangeSide } from './change-side.tsx'
import { PartTabs } from './part-tabs.tsx'
import { RowPanel } from './row-panel.tsx'

type Props = {
  id: string
  search: ChangeSearch
  onSearchChange: (patch: ChangeSearch) => void
  /** The draft that takes this one back is made. */
  onUndo: (id: string) => void
  onDeleted: () => void
}

/** One change set from draft to done: what is done to which goals, how it goes, what came of it. */
export function ChangePage({ id, search, onSearchChange, onUndo, onDeleted }: Props) {
  const { data: set } = useSuspenseQuery(changeSetQuery(id))
  const { fields } = useSuspenseQuery(fieldsQuery()).data
  const { statuses } = useSuspenseQuery(statusesQuery()).data
  const reason = useMay('change')
  // A draft can be made and looked at where nothing can be written now.
  const runReason = useWritesReason('change')
  const save = useSaveChangeRow(id)
  const [openNumber, setOpenNumber] = useState<number | null>(null)
  const part = shownPart(search, set.state)
  const list = { id, part, search: search.q ?? '' }
  const open = useOpenRow<ChangeRow>(changeRowsKey(id), openNumber === null ? null : ({ row }) => row === openNumber)
  usePageTitle(tabTitle(set))
  const show = (next: RowPart) => onSearchChange({ part: next === 'all' ? undefined : next, q: search.q })
  const isDraft = set.state === 'draft'

  return (
    <PageWithSide
      head={
        <>
          <ChangeHeader set={set} fields={fields} reason={reason} />
          <ChangeBands set={set} reason={reason} onShow={show} />
        </>
      }
      sideLabel={texts.thisChangeSet}
      side={
        <ChangeSide
          set={set}
          reason={reason}
          runReason={runReason}
          onShow={show}
          onUndo={onUndo}
          onDeleted={onDeleted}
        />
      }
      // A draft is looked at before it is run; of a run one first sees how it goes.
      isSideFirst={!isDraft}
      panel={
        open && (
          <RowPanel
            key={open.row}
            row={open}
            set={set}
            fields={fields}
            statuses={statuses}
            reason={reason}
            save={save}
            onClose={() => setOpenNumber(null)}
          />
        )
      }
    >
      <PartTabs
        set={set}
        part={part}
        onPartChange={show}
        search={list.search}
        onSearchChange={(words) => onSearchChange({ part: search.part, q: words || undefined })}
      />
      {save.error && save.variables?.row !== openNumber && (
        <Band tone="red">{texts.thatGoalCouldNotBeChanged(asApiError(save.error).detail)}</Band>
      )}
      <ChangeGrid
        set={set}
        list={list}
        fields={fields}
        statuses={statuses}
        openRow={openNumber}
        onOpen={setOpenNumber}
        onClose={() => setOpenNumber(null)}
        onInclude={isDraft && reason === null ? (row, included) => save.mutate({ row, included }) : null}
        empty={
          <EmptyState title={list.search ? texts.noGoalOfThatNameIs : emptyTitle(part)}>
            {list.search ? texts.onlyTheseGoalsAreSearchedBy : null}
          </EmptyState>
        }
      />
    </PageWithSide>
  )
}

function emptyTitle(part: RowPart): string {
  switch (part) {
    case 'all':
      return texts.everyGoalIsSoAlreadyThere
    case 'problems':
      return texts.noGoalHasAProblem
    case 'excluded':
      return texts.noGoalWasTakenOut
    default:
      return texts.noGoalIsHere
  }
}
