import { useState, type KeyboardEvent } from 'react'
import type { InlineField } from '#web/shared/form/cell-focus.ts'

type Options = {
  /** Names the list and its order: in another one no row is active yet. */
  scope: string
  total: number
  /** Whole rows on a screen. */
  page: number
  scrollToRow: (row: number) => void
  onOpen: (row: number) => void
  onToggle: (row: number) => void
  onEscape?: () => void
  /** A key that opens a cell of the active row for editing. */
  onEdit?: (row: number, field: InlineField) => void
}

/** The active row of a grid whose rows are one thing each, and the keys that move it: arrows, page, home, end; Enter opens, Space selects, F2, S and D edit name, status and due date. */
export function useGridCursor({ scope, total, page, scrollToRow, onOpen, onToggle, onEscape, onEdit }: Options) {
  const [cursor, setCursor] = useState<{ scope: string; row: number } | null>(null)
  const active = cursor?.scope === scope && cursor.row < total ? cursor.row : null
  const setActive = (row: number) => setCursor({ scope, row })

  const handleKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const editField = editKeys[event.key]
    const target = targetOf(event.key, { at: active ?? -1, page, total })
    if (target !== null) {
      setActive(target)
      scrollToRow(target)
    } else if (event.key === 'Enter' && active !== null) onOpen(active)
    else if (event.key === ' ' && active !== null) onToggle(active)
    else if (event.key === 'Escape' && onEscape) onEscape()
    else if (editField && active !== null && onEdit) onEdit(active, editField)
    else return
    event.preventDefault()
  }

  return { active, setActive, handleKey }
}

const editKeys: Record<string, InlineField> = { F2: 'Name', s: 'StatusName', d: 'DueDate' }

/** The row that a key leads to; null when it leads nowhere. `at` is -1 before the first move. */
export function targetOf(key: string, { at, page, total }: { at: number; page: number; total: number }): number | null {
  const wanted = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: total - 1,
  }[key]
  if (wanted === undefined || total === 0) return null
  return Math.min(total - 1, Math.max(0, wanted))
}
