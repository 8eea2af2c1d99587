import { useDroppable } from '@dnd-kit/core'
import classes from './filter-drop-place.module.css'

/** Where a dragged row lands: before another, or at the end of a group. Shows a line while something is held over it. */
export function FilterDropPlace({ groupId, beforeId }: { groupId: string; beforeId: string | null }) {
  const { setNodeRef, isOver } = useDroppable({ id: `${groupId} ${beforeId ?? 'end'}`, data: { groupId, beforeId } })
  return <div ref={setNodeRef} className={classes.place} data-over={isOver || undefined} aria-hidden="true" />
}
