import type { KeyboardEvent, MouseEvent } from 'react'
import { grouped } from '@goalkeeper/texts/counted'
import classes from './view-tab.module.css'

type Props = {
  name: string
  count?: number | null
  href: string
  title?: string
  isCurrent: boolean
  /** False: there is no room for it, and it is only measured. */
  isShown: boolean
  /** It is here as long as it is open. */
  isGuest?: boolean
  onOpen: () => void
  onReach?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
}

/** A view above the list: a link like any other, which can be opened beside this page or copied. */
export function ViewTab({ name, count = null, isCurrent, isShown, isGuest = false, onOpen, onReach, ...link }: Props) {
  const open = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen()
  }
  return (
    <li className={classes.place} data-hidden={!isShown || undefined}>
      <a
        {...link}
        className={classes.tab}
        {...(link.onKeyDown && { 'aria-keyshortcuts': 'Alt+ArrowLeft Alt+ArrowRight' })}
        aria-current={isCurrent ? 'page' : undefined}
        data-guest={isGuest || undefined}
        onClick={open}
        onPointerEnter={onReach}
        onFocus={onReach}
      >
        <span className={classes.name}>{name}</span>
        {count !== null && <span className={classes.count}>{grouped(count)}</span>}
      </a>
    </li>
  )
}
