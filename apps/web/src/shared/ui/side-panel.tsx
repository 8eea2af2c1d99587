import * as texts from '@goalkeeper/texts/ui'
import { useRef, type PointerEvent, type ReactNode } from 'react'
import { useRemembered } from '../storage/remembered.ts'
import classes from './side-panel.module.css'

type Props = {
  label: string
  onClose: () => void
  /** Wider by default, for editors that need the room. */
  defaultWidth?: number
  children: ReactNode
}

const narrowest = 360
const widest = 1100
const step = 32

/**
 * A panel at the right: it pushes the page aside, overlays it below 1200 px, and fills a phone.
 * Its left edge is dragged, or moved with the arrow keys; the width is remembered.
 */
export function SidePanel({ label, onClose, defaultWidth = 480, children }: Props) {
  const [remembered, remember] = useRemembered(`panel.${defaultWidth}`)
  const panel = useRef<HTMLElement>(null)
  const width = clamp(Number(remembered ?? defaultWidth) || defaultWidth)

  const resizeTo = (next: number) => remember(String(clamp(next)))
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !panel.current) return
    panel.current.style.setProperty('--panel-width', `${clamp(innerWidth - event.clientX)}px`)
  }
  const drop = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    event.currentTarget.releasePointerCapture(event.pointerId)
    resizeTo(innerWidth - event.clientX)
  }

  return (
    <aside
      ref={panel}
      className={classes.panel}
      aria-label={label}
      style={{ '--panel-width': `${width}px` }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !hasOpenList(event.target)) onClose()
      }}
    >
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={texts.widthOfThePanel}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        className={classes.edge}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onPointerUp={drop}
        onDoubleClick={() => remember(null)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') resizeTo(width + step)
          if (event.key === 'ArrowRight') resizeTo(width - step)
        }}
      />
      {children}
    </aside>
  )
}

const clamp = (width: number) => Math.round(Math.min(widest, Math.max(narrowest, width)))

/** An Escape in a box whose list of choices is open closes that list, and nothing behind it. */
const hasOpenList = (target: EventTarget) =>
  target instanceof Element && target.matches('[aria-haspopup=listbox][aria-controls]')
