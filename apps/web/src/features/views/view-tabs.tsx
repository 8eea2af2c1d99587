import * as texts from '@goalkeeper/texts/views-tabs'
import * as shared from '@goalkeeper/texts/common'
import type { View } from '@goalkeeper/contract/views'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { LazyPopover } from '#web/shared/ui/lazy-popover.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { ChangedMarks } from './changed-marks.tsx'
import { movedBy } from './moved-by.ts'
import { titleOf, type ShownBase, type ShownState } from './shown-base.ts'
import { useFitting } from './use-fitting.ts'
import { ViewDialogs, type ViewDialog } from './view-dialogs.tsx'
import { countsQuery, useSaveTabs, viewsQuery } from './view-queries.ts'
import { ViewTab } from './view-tab.tsx'
import type { ViewWays } from './view-ways.ts'
import classes from './view-tabs.module.css'

type Props = {
  base: ShownBase
  shown: ShownState
  /** What of the list differs from its base, in words; with no base what it is narrowed and ordered by. */
  changed: string[]
  ways: ViewWays
}

const viewsMenu = () => import('./views-menu.tsx').then((module) => module.ViewsMenu)

/** The views that somebody has pinned above their list, the way to all others, and what has been changed of the one that is open. */
export function ViewTabs({ base, shown, changed, ways }: Props) {
  const { data } = useQuery(viewsQuery())
  const tabs = useSaveTabs()
  const [dialog, setDialog] = useState<ViewDialog | null>(null)
  const [words, setWords] = useState('')
  const box = useRef<HTMLElement>(null)
  const list = useRef<HTMLUListElement>(null)

  const views = data?.views ?? []
  const pins = data?.pins ?? []
  const pinned = pins.flatMap((id) => views.filter((view) => view.id === id))
  const openId = base.kind === 'view' ? base.view.id : null
  // A view or link that is open without being a tab stands beside "All goals" for as long as it is.
  const guest = base.kind === 'link' || (base.kind === 'view' && !pins.includes(base.view.id)) ? titleOf(base) : null
  const places = [null, ...(guest === null ? [] : ['guest' as const]), ...pinned]
  const current = places.findIndex((place) =>
    place === null ? base.kind === 'all' : place === 'guest' || place.id === openId,
  )
  const counts = useQuery({
    ...countsQuery(
      pinned.map((view) => ways.narrowedTo(view.state)),
      shown.today,
    ),
    enabled: shown.isReady && pinned.length > 0,
  }).data
  const countOf = (view: View) => counts?.get(JSON.stringify(ways.narrowedTo(view.state))) ?? null
  const isShown = useFitting(box, list, current, `${places.length} ${changed.length > 0} ${base.kind}`)
  const hidden = places.filter((_, place) => !isShown(place)).length

  const move = (view: View, by: number) => {
    const next = movedBy(pins, view.id, by)
    if (next === pins) return
    tabs.mutate({ pins: next, default: data?.default ?? null })
    setWords(texts.isNowTabOf(view.name, next.indexOf(view.id) + 1, next.length))
  }
  const onKeyDown = (view: View) => (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined || !event.altKey) return
    // Or the browser would go back or forward.
    event.preventDefault()
    move(view, by)
  }

  return (
    <nav ref={box} className={classes.views} aria-label={shared.views}>
      <ul ref={list} className={classes.tabs}>
        {places.map((place, at) => {
          const common = { isCurrent: at === current, isShown: isShown(at) }
          if (place === 'guest') {
            return (
              <ViewTab
                key="guest"
                {...common}
                name={guest ?? ''}
                isGuest
                title={base.kind === 'link' ? texts.asItWasSharedYourOwn : texts.notOneOfYourTabs}
                href={ways.hrefHere}
                onOpen={ways.onReset}
              />
            )
          }
          return place === null ? (
            <ViewTab
              key="all"
              {...common}
              name={shared.allGoals}
              href={ways.hrefOf(null)}
              onOpen={() => ways.onOpen(null)}
            />
          ) : (
            <ViewTab
              key={place.id}
              {...common}
              name={place.name}
              count={countOf(place)}
              href={ways.hrefOf(place.id)}
              title={texts.altMovesTheTab(place.shared, place.owner)}
              onOpen={() => ways.onOpen(place.id)}
              onReach={() => ways.onReach(place.id)}
              onKeyDown={onKeyDown(place)}
            />
          )
        })}
      </ul>
      <span className={classes.menu}>
        <LazyPopover
          label={shared.views}
          width={360}
          load={viewsMenu}
          contentProps={{ base, ways, onDialog: setDialog }}
          button={(trigger) => (
            <ToolButton {...trigger} title={texts.findPinAndChangeViews}>
              {hidden > 0 ? texts.more(hidden) : shared.views}
              <ChevronDown size={14} aria-hidden className={classes.chevron} />
            </ToolButton>
          )}
        />
      </span>
      <ChangedMarks base={base} state={shown.state} changed={changed} ways={ways} onDialog={setDialog} />
      <span role="status" className={classes.spoken}>
        {words}
      </span>
      {dialog && <ViewDialogs dialog={dialog} onDialog={setDialog} state={shown.state} openId={openId} ways={ways} />}
    </nav>
  )
}
