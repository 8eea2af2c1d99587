import * as texts from '@goalkeeper/texts/form-first'
import type { GoalRow } from '@goalkeeper/contract/goals'
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'
import { useEdits } from '../writes/edit-store.ts'
import { editTouching, withEdits } from '../writes/edited-fields.ts'
import { closeCell, openCell, useIsOpen, type EditPlace, type InlineField } from './cell-focus.ts'
import { EarlyInput, noKeys } from './early-keys.tsx'
import { EditMark } from './edit-mark.tsx'
import classes from './editable-cell.module.css'
import { useEditingFacts } from './editing-facts.tsx'
import { gridSelector } from '../table/grid-selector.ts'

const CellEditor = lazy(() => import('./cell-editor.tsx').then((module) => ({ default: module.CellEditor })))

type Props = {
  place: EditPlace
  goal: Pick<GoalRow, 'gsid' | 'fields'>
  field: InlineField
  /** What the box is called, for screen readers. */
  label: string
  /** The box for reading, with what was asked for laid over the goal's fields. */
  children: (fields: GoalRow['fields']) => ReactNode
  /** What a click on the box does belongs to someone else, such as a link: editing then has a pencil of its own. */
  hasPencil?: boolean
}

/** A value that is edited in the box where it is read, with how far the edit has come in its corner. */
export function EditableCell({ place, goal, field, label, children, hasPencil = false }: Props) {
  const box = useRef<HTMLSpanElement>(null)
  // As a state, so that a key which comes while the editor is being drawn is drawn with it.
  const [early, setEarly] = useState(noKeys)
  const isOpen = useIsOpen(place, goal.gsid, field)
  const edits = useEdits(goal.gsid)
  const { statuses, today, reason } = useEditingFacts()
  const edit = editTouching(edits, field)
  const fields = withEdits(goal.fields, edits, { statuses, today })
  const [wasEditedHere, setEditedHere] = useState(false)
  if (isOpen && !wasEditedHere) setEditedHere(true)
  const begin = () => openCell(place, goal.gsid, field)
  const end = () => {
    setEarly(noKeys)
    closeCell()
    const face = box.current?.querySelector<HTMLElement>('button')
    ;(place === 'panel' ? face : box.current?.closest<HTMLElement>(gridSelector))?.focus()
  }
  const isButton = !hasPencil && (place === 'panel' || reason === null)

  return (
    <span ref={box} className={classes.box} data-place={place} data-field={field} data-phase={edit?.phase}>
      {isButton ? (
        <button
          type="button"
          className={classes.face}
          tabIndex={place === 'list' ? -1 : 0}
          aria-disabled={reason !== null || undefined}
          title={reason ?? undefined}
          onClick={reason === null ? begin : undefined}
        >
          <span className={classes.said}>{texts.change(label.toLowerCase())}</span>
          {children(fields)}
        </button>
      ) : (
        <span className={classes.face} title={reason ?? undefined}>
          {children(fields)}
        </span>
      )}
      {hasPencil && reason === null && (
        <button
          type="button"
          className={classes.pencil}
          tabIndex={-1}
          aria-label={texts.changeOf(label.toLowerCase())}
          onClick={begin}
        >
          <Pencil />
        </button>
      )}
      {edit && <EditMark edit={edit} field={field} isTold={wasEditedHere} />}
      {isOpen && reason === null && (
        <Suspense fallback={<EarlyInput label={label} keys={early} onKeys={setEarly} onCancel={end} />}>
          <CellEditor
            place={place}
            gsid={goal.gsid}
            field={field}
            label={label}
            value={fields[field] ?? null}
            statuses={statuses}
            early={early}
            onEnd={end}
          />
        </Suspense>
      )}
    </span>
  )
}

const Pencil = () => (
  <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
    <path d="M1.5 10.5 2 8l6-6 2 2-6 6z" fill="none" stroke="currentColor" strokeWidth="1.25" strokeLinejoin="round" />
  </svg>
)
