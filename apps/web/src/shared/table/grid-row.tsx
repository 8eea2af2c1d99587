import type { ReactNode } from 'react'
import classes from './grid-row.module.css'
import { isForRow } from './is-for-row.ts'
import type { RowPlace } from './row-grid.tsx'

type Props = {
  place: RowPlace
  /** It is on its way. */
  isPending: boolean
  isOpen: boolean
  isPhone: boolean
  /** It is left out of what is done. */
  isOut?: boolean
  className: string | undefined
  onOpen: () => void
  children: ReactNode
}

/** The frame of a row in a `RowGrid`: its place, whether it is active or open, and the click that opens it. */
export function GridRow({ place, isPending, isOpen, isPhone, isOut = false, className, onOpen, children }: Props) {
  const { index, top, id, isActive, onActivate } = place
  return (
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={isOpen}
      aria-busy={isPending || undefined}
      className={`${isPhone ? classes.phone : classes.row} ${className}`}
      data-active={isActive || undefined}
      data-open={isOpen || undefined}
      data-out={isOut || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={onActivate}
      onClick={(event) => {
        onActivate()
        if (!isPending && isForRow(event)) onOpen()
      }}
    >
      {children}
    </div>
  )
}
