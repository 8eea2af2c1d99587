import type { ReactNode } from 'react'
import classes from './page-with-side.module.css'

type Props = {
  /** What stands above the content. */
  head: ReactNode
  children: ReactNode
  /** Names what stands at the right. */
  sideLabel: string
  side: ReactNode
  /** Takes the place of the side while something is open. */
  panel: ReactNode
  /** On a phone the side stands before the content; otherwise after it. */
  isSideFirst?: boolean
}

/** A page whose content fills it, with what it comes to and the way on at its right. */
export function PageWithSide({ head, children, sideLabel, side, panel, isSideFirst = false }: Props) {
  return (
    <div className={classes.page} data-side-first={isSideFirst || undefined}>
      <div className={classes.main}>
        {head}
        <div className={classes.content}>{children}</div>
      </div>
      {panel ?? (
        <aside className={classes.side} aria-label={sideLabel}>
          {side}
        </aside>
      )}
    </div>
  )
}
