import * as texts from '@goalkeeper/texts/associations'
import * as common from '@goalkeeper/texts/common'
import type { LinkedItem } from '@goalkeeper/contract/catalogue'
import { DndContext, DragOverlay, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import { ActionIcon } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { goalDetailQuery } from '#web/shared/api/goal-detail-query.ts'
import { useWritesReason } from '#web/shared/writes/use-writes-reason.ts'
import classes from './associations-editor.module.css'
import { choicesOf, noFilter } from './available-filter.ts'
import { AvailableSide } from './available-side.tsx'
import { EditorFoot } from './editor-foot.tsx'
import { ItemWords, type Side } from './link-item.tsx'
import { linkablesQuery } from './linkables-query.ts'
import { LinkedSide } from './linked-side.tsx'
import { moveAmongItems } from './side-keys.ts'
import { branchesOf, linksOf, nothingStaged, sizeOf, toggled, type Staged, type StagedLinks } from './staging.ts'
import { useApplyLinks } from './use-apply-links.ts'

type Props = {
  gsid: string
  /** The line under the goal's name: status, due date. */
  decision: ReactNode
  onClose: () => void
  onShowRequest: (links: StagedLinks) => void
}

/** Links and unlinks CTAs and success plans of one goal: staged first, seen as a picture, applied in one call. */
export function AssociationsEditor({ gsid, decision, onClose, onShowRequest }: Props) {
  const { data: goal } = useSuspenseQuery(goalDetailQuery(gsid))
  const [staged, setStaged] = useState<Staged>(nothingStaged)
  const [dragged, setDragged] = useState<{ item: LinkedItem; side: Side; isOver: boolean } | null>(null)
  const { state, apply, forget } = useApplyLinks(goal, staged, setStaged)
  const writesReason = useWritesReason()
  const available = useAvailable(goal)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  useBlocker({
    shouldBlockFn: () => sizeOf(staged) > 0 && !confirm(texts.leaveWithoutApplyingWhatIs),
    enableBeforeUnload: () => sizeOf(staged) > 0,
  })

  const disabledReason = state.kind === 'sending' ? texts.waitUntilThisHasBeenApplied : writesReason
  const toggle = (item: LinkedItem, isLinked: boolean) => {
    if (disabledReason !== null) return
    forget()
    setStaged(toggled(staged, item, isLinked))
  }
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null)
    const { item, side } = active.data.current as { item: LinkedItem; side: Side }
    if (!over || over.id === side) return
    const isStagedAlready = (side === 'linked' ? staged.unlink : staged.link).has(item.gsid)
    if (!isStagedAlready) toggle(item, side === 'linked' && !staged.link.has(item.gsid))
  }
  const linkedIds = new Set(goal.links.map((link) => link.gsid))

  return (
    <div className={classes.editor}>
      <header className={classes.head}>
        <h1 className={classes.title}>{common.editLinks}</h1>
        <ActionIcon aria-label={texts.backToTheGoal} title={texts.backToTheGoal} onClick={onClose}>
          <X size={18} />
        </ActionIcon>
      </header>
      <DndContext
        sensors={sensors}
        onDragStart={({ active }) =>
          setDragged({ ...(active.data.current as { item: LinkedItem; side: Side }), isOver: false })
        }
        onDragOver={({ over }) => setDragged((last) => last && { ...last, isOver: over?.id === 'linked' })}
        onDragCancel={() => setDragged(null)}
        onDragEnd={drop}
        accessibility={{ screenReaderInstructions: { draggable: texts.useItsButtonToLinkOr } }}
      >
        <div className={classes.sides} onKeyDown={moveAmongItems}>
          <LinkedSide
            goal={goal}
            branches={branchesOf(goal.links, staged)}
            incoming={
              dragged?.side === 'available' && dragged.isOver && !staged.link.has(dragged.item.gsid)
                ? dragged.item
                : null
            }
            onToggle={toggle}
            disabledReason={disabledReason}
            decision={decision}
          />
          <AvailableSide
            {...available.props}
            items={available.items.filter((item) => !linkedIds.has(item.gsid))}
            staged={staged}
            onToggle={toggle}
            disabledReason={disabledReason}
            notes={
              <>
                {available.notice && <p className={classes.note}>{available.notice}</p>}
                {available.error && (
                  <p role="alert" className={classes.problem}>
                    {asApiError(available.error).detail}
                  </p>
                )}
              </>
            }
          />
        </div>
        <DragOverlay dropAnimation={null}>
          {dragged && (
            <div className={classes.dragged}>
              <ItemWords item={dragged.item} showsCompany={false} isCountedHere={linkedIds.has(dragged.item.gsid)} />
            </div>
          )}
        </DragOverlay>
      </DndContext>
      <EditorFoot
        staged={staged}
        state={state}
        disabledReason={writesReason}
        onApply={() => void apply()}
        onDiscard={() => {
          forget()
          setStaged(nothingStaged)
        }}
        onShowRequest={() => onShowRequest(linksOf(staged))}
      />
    </div>
  )
}

type Goal = { fields: Record<string, unknown> }

/** What can be linked, and what narrows it. All companies are searched by the server, one company's items here. */
function useAvailable(goal: Goal) {
  const [isWide, setWide] = useState(false)
  const [withClosed, setWithClosed] = useState(false)
  const [filter, setFilter] = useState(noFilter)
  const { CompanyId, CompanyName } = goal.fields
  const companyId = typeof CompanyId === 'string' ? CompanyId : null
  const company = typeof CompanyName === 'string' ? CompanyName : texts.itsCompany
  const isEverywhere = isWide || companyId === null
  const [search] = useDebouncedValue(isEverywhere ? filter.search.trim() : '', 200)
  const { data, error } = useQuery({
    ...linkablesQuery({ companyId: isEverywhere ? null : companyId, search, withClosed }),
    enabled: !isEverywhere || search !== '',
  })
  const isAsked = !isEverywhere || search !== ''
  const items = (isAsked ? data?.items : undefined) ?? []
  return {
    items,
    error,
    notice: data?.notice ?? null,
    props: {
      title: isEverywhere ? texts.availableAtAllCompanies : texts.availableAt(company),
      choices: choicesOf(items),
      filter,
      onFilterChange: setFilter,
      isWide: isEverywhere,
      onWideChange: companyId === null ? null : setWide,
      closed: { hidden: data?.closedHidden ?? 0, shown: withClosed, onShownChange: setWithClosed },
      isTruncated: isAsked && (data?.truncated ?? false),
    },
  }
}
