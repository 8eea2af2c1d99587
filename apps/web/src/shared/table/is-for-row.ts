import type { MouseEvent } from 'react'

/** Whether a click means the row: not a control in it, not a link opened aside, not the end of marking text. */
export function isForRow(event: MouseEvent<HTMLElement>): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return false
  if (!(event.target instanceof Element) || event.target.closest('input, label, button, a')) return false
  return getSelection()?.isCollapsed ?? true
}
