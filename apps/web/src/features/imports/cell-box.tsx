import * as texts from '@goalkeeper/texts/imports-rows'
import * as common from '@goalkeeper/texts/common'
import { useRef } from 'react'
import classes from './cell-box.module.css'
import { gridSelector } from '#web/shared/table/grid-selector.ts'

type Props = {
  /** Names the cell: its column and row. */
  label: string
  /** Column of the table, from 1. */
  at: number
  value: string
  problem: string | null
  isCorrected: boolean
  isEditing: boolean
  /** Null where it cannot be corrected. */
  onEdit: (() => void) | null
  onEnd: () => void
  /** Goes on to a cell beside this one; false where there is none. */
  onStep: (by: 1 | -1) => boolean
  onCorrect: (cell: string) => void
}

/** One cell of the file. A click opens it for correction in its own place; Enter and leaving it save, Tab goes on, Escape leaves it as it was. */
export function CellBox({ label, at, value, problem, isCorrected, isEditing, onEdit, ...props }: Props) {
  const words = [problem, isCorrected && texts.correctedHere, value].filter(Boolean).join('\n')
  return (
    <div
      role="gridcell"
      aria-colindex={at}
      className={classes.cell}
      data-problem={problem !== null || undefined}
      data-corrected={isCorrected || undefined}
      data-editable={onEdit !== null || undefined}
      title={isEditing ? undefined : words}
      onClick={(event) => {
        if (!onEdit || isEditing || !(getSelection()?.isCollapsed ?? true)) return
        event.preventDefault()
        onEdit()
      }}
    >
      {value || (problem !== null && <span className={classes.empty}>{common.empty}</span>)}
      {isEditing && <CellInput label={label} value={value} {...props} />}
    </div>
  )
}

type InputProps = Pick<Props, 'label' | 'value' | 'onEnd' | 'onStep' | 'onCorrect'>

/** Holds several lines as well: Shift+Enter begins one. */
function CellInput({ label, value, onEnd, onStep, onCorrect }: InputProps) {
  const isOver = useRef(false)
  const end = (cell: string | null, gridOf: Element | null) => {
    if (isOver.current) return
    isOver.current = true
    if (cell !== null && cell !== value) onCorrect(cell)
    onEnd()
    // Where nothing else is meant, the keys of the table go on from here.
    gridOf?.closest<HTMLElement>(gridSelector)?.focus({ preventScroll: true })
  }
  return (
    <textarea
      className={classes.input}
      aria-label={label}
      defaultValue={value}
      rows={1}
      ref={(input) => {
        if (!input) return
        input.focus()
        input.select()
      }}
      onBlur={({ currentTarget }) => end(currentTarget.value, null)}
      onKeyDown={(event) => {
        const { currentTarget, key, shiftKey } = event
        event.stopPropagation()
        if (key === 'Escape') end(null, currentTarget)
        else if (key === 'Enter' && !shiftKey) end(currentTarget.value, currentTarget)
        else if (key === 'Tab') {
          const cell = currentTarget.value
          if (cell !== value) onCorrect(cell)
          isOver.current = true
          if (!onStep(shiftKey ? -1 : 1)) {
            isOver.current = false
            end(null, currentTarget)
          }
        } else return
        event.preventDefault()
      }}
    />
  )
}
