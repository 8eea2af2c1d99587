import * as texts from '@goalkeeper/texts/views-menu'
import type { View } from '@goalkeeper/contract/views'
import { ActionIcon } from '@mantine/core'
import { ArrowDown, ArrowUp, Pin, PinOff } from 'lucide-react'
import type { MouseEvent } from 'react'
import classes from './view-line.module.css'
import { ViewLineMenu, type ViewDeeds } from './view-line-menu.tsx'

type Props = {
  name: string
  view?: View
  href: string
  isOpen: boolean
  /** The list opens with it. */
  isFirst: boolean
  isPinned?: boolean
  onOpen: () => void
  deeds?: ViewDeeds & {
    onPin: () => void
    /** Of a tab: so many places on. */
    onMove?: (by: number) => void
  }
}

/** One view of the menu: what it is called, whose it is, and what can be done with it. */
export function ViewLine({ name, view, href, isOpen, isFirst, isPinned = false, onOpen, deeds }: Props) {
  const facts = [
    ...(view?.shared ? [view.mine ? texts.sharedByMe : view.owner] : []),
    ...(isFirst ? [texts.opensFirst] : []),
  ]
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onOpen()
  }
  return (
    <li className={classes.line} data-open={isOpen || undefined}>
      <a href={href} className={classes.link} aria-current={isOpen ? 'page' : undefined} onClick={open}>
        <span className={classes.name}>{name}</span>
        {facts.length > 0 && <span className={classes.facts}>{facts.join(' · ')}</span>}
      </a>
      {deeds && view && (
        <span className={classes.deeds}>
          {deeds.onMove && (
            <>
              <ActionIcon size={24} aria-label={texts.moveToTheLeft(name)} onClick={() => deeds.onMove?.(-1)}>
                <ArrowUp size={12} aria-hidden />
              </ActionIcon>
              <ActionIcon size={24} aria-label={texts.moveToTheRight(name)} onClick={() => deeds.onMove?.(1)}>
                <ArrowDown size={12} aria-hidden />
              </ActionIcon>
            </>
          )}
          <ActionIcon
            size={24}
            aria-pressed={isPinned}
            aria-label={texts.pinAsATab(name)}
            title={isPinned ? texts.takeItOffTheTabs : texts.pinItAsATab}
            onClick={deeds.onPin}
          >
            {isPinned ? <PinOff size={14} aria-hidden /> : <Pin size={14} aria-hidden />}
          </ActionIcon>
          <ViewLineMenu view={view} isFirst={isFirst} {...deeds} />
        </span>
      )}
    </li>
  )
}
