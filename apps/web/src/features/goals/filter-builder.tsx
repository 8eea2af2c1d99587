import * as ofList from '@goalkeeper/texts/goals-first'
import * as texts from '@goalkeeper/texts/goals-filter'
import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import { keptSentence } from '@goalkeeper/filter/sentence'
import type { KeptFilter } from '@goalkeeper/filter/tree'
import {
  closestCenter,
  DndContext,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core'
import { CloseButton, VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useRemembered } from '#web/shared/storage/remembered.ts'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './filter-builder.module.css'
import { FilterText } from './filter-text.tsx'
import { FilterGroupCard } from './filter-group.tsx'
import { moveNode } from './filter-moves.ts'
import { FilterToolsProvider, type FilterTools } from './filter-tools.ts'
import { useFilterDraft } from './use-filter-draft.ts'

type Props = Pick<FilterTools, 'list' | 'scope' | 'wording' | 'learn'> & {
  fields: readonly Field[]
  value: KeptFilter | null
  onChange: (value: KeptFilter | null) => void
  /** How many goals the list shows; null while they are being counted. */
  total: number | null
  isExact: boolean
  onClose: () => void
}

/** The filter as cards and rows or as a text, at work on the list behind it with every change, and as a sentence at the foot. */
export function FilterBuilder({ value, onChange, total, isExact, onClose, ...tools }: Props) {
  const { fields, wording } = tools
  const { draft, change, notice } = useFilterDraft({ fields, value, onChange })
  const [words, setWords] = useState('')
  const [mode, setMode] = useRemembered('filter.mode')
  const isText = mode === 'text'
  const body = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(draft.members[0]?.id ?? null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))

  const edit: FilterTools['edit'] = (update, after = {}) => {
    wanted.current = after.focus ?? null
    setWords(after.words ?? '')
    change(update)
  }

  useEffect(() => {
    const id = wanted.current
    wanted.current = null
    if (id) controlOf(body.current, id)?.focus()
  }, [draft])

  const handleDragEnd = ({ active, over }: DragEndEvent) => {
    const place = over?.data.current
    if (!place) return
    edit((root) => moveNode(root, String(active.id), String(place['groupId']), place['beforeId'] ?? null))
  }

  return (
    <FilterToolsProvider value={{ ...tools, edit }}>
      <div
        className={classes.builder}
        onKeyDown={(event) => {
          // A list or menu that is open stands in a portal of its own: its Escape closes only itself.
          const isInside = event.target instanceof Node && event.currentTarget.contains(event.target)
          if (event.key === 'Escape' && isInside) onClose()
        }}
      >
        <div className={classes.head}>
          <h2 className={classes.title}>{texts.goalsThatMatch}</h2>
          <CloseButton aria-label={texts.closeTheFilter} onClick={onClose} />
        </div>
        <div ref={body} className={classes.body}>
          {isText ? (
            <FilterText value={value} onChange={onChange} />
          ) : (
            <DndContext
              sensors={sensors}
              collisionDetection={closestCenter}
              accessibility={{ announcements }}
              onDragEnd={handleDragEnd}
            >
              <FilterGroupCard group={draft} depth={0} parentId={null} />
            </DndContext>
          )}
        </div>
        <div className={classes.foot}>
          <p className={classes.sentence}>{value ? keptSentence(value, wording) : texts.everyGoal}</p>
          <ToolButton aria-pressed={isText} onClick={() => setMode(isText ? null : 'text')}>
            {common.text}
          </ToolButton>
          <p className={classes.total} role="status">
            {notice ?? (total === null ? '' : ofList.goals(total, isExact))}
          </p>
        </div>
        <VisuallyHidden role="status">{words}</VisuallyHidden>
      </div>
    </FilterToolsProvider>
  )
}

/** The first control of a row or group; of a group that is named as the place to go on, its "Add condition" button. */
function controlOf(body: HTMLElement | null, id: string): HTMLElement | null {
  const selector = `[data-node="${id}"] :is(button, select, input), [data-add="${id}"]`
  return body?.querySelector<HTMLElement>(selector) ?? null
}

/** Rows carry no names that could be read out. */
const announcements: Announcements = {
  onDragStart: () => texts.pickedUp,
  onDragOver: () => undefined,
  onDragEnd: ({ over }) => (over ? texts.moved : common.putBack),
  onDragCancel: () => common.putBack,
}

export { SearchAsFilter } from './search-as-filter.tsx'
