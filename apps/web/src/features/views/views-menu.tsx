import * as texts from '@goalkeeper/texts/views-menu'
import * as common from '@goalkeeper/texts/common'
import type { View } from '@goalkeeper/contract/views'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { movedBy } from './moved-by.ts'
import type { ShownBase } from './shown-base.ts'
import type { ViewDialog } from './view-dialogs.tsx'
import { ViewLine } from './view-line.tsx'
import { useSaveTabs, useSaveView, viewsQuery, type Tabs } from './view-queries.ts'
import type { ViewWays } from './view-ways.ts'
import classes from './views-menu.module.css'

type Props = {
  base: ShownBase
  ways: ViewWays
  onDialog: (dialog: ViewDialog) => void
  onClose: () => void
}

/** Every view that somebody sees: to find one, to pin it and to put the tabs in order, and to change what it is called and who sees it. */
export function ViewsMenu({ base, ways, onDialog, onClose }: Props) {
  const { data, error, refetch } = useQuery(viewsQuery())
  const tabs = useSaveTabs()
  const save = useSaveView()
  const [search, setSearch] = useState('')
  if (!data) {
    return (
      <div className={classes.menu}>
        <p className={classes.words}>
          {error ? texts.theViewsCouldNotBeRead(asApiError(error).detail) : texts.readingTheViews}
        </p>
        {error && (
          <Button variant="default" onClick={() => void refetch()}>
            {common.tryAgain}
          </Button>
        )}
      </div>
    )
  }

  const { views, pins, default: first } = data
  const openId = base.kind === 'view' ? base.view.id : base.kind === 'all' ? null : undefined
  const isFound = (name: string) => name.toLowerCase().includes(search.trim().toLowerCase())
  const pinned = pins.flatMap((id) => views.filter((view) => view.id === id))
  const others = views.filter(({ id }) => !pins.includes(id))
  const groups = [
    { title: texts.tabs, views: pinned },
    { title: texts.mine, views: others.filter(({ mine }) => mine) },
    { title: texts.sharedWithEveryone, views: others.filter(({ mine }) => !mine) },
  ]
  const setTabs = (change: Partial<Tabs>) => tabs.mutate({ pins, default: first, ...change })
  const go = (id: string | null) => {
    onClose()
    ways.onOpen(id)
  }
  const ask = (dialog: ViewDialog) => {
    onClose()
    onDialog(dialog)
  }
  const deedsOf = (view: View) => ({
    onPin: () => setTabs({ pins: pins.includes(view.id) ? pins.filter((id) => id !== view.id) : [...pins, view.id] }),
    onFirst: () => setTabs({ default: first === view.id ? null : view.id }),
    onShare: () => save.mutate({ view, shared: !view.shared }),
    onRename: () => ask({ kind: 'rename', view }),
    onDelete: () => ask({ kind: 'delete', view }),
    ...(pins.includes(view.id) && { onMove: (by: number) => setTabs({ pins: movedBy(pins, view.id, by) }) }),
  })
  const problem = tabs.error ?? save.error

  return (
    <div className={classes.menu}>
      {views.length > 6 && (
        <input
          type="search"
          className={classes.search}
          aria-label={texts.findAView}
          placeholder={texts.findAViewDots}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <div className={classes.lists}>
        {isFound(common.allGoals) && (
          <ul className={classes.list}>
            <ViewLine
              name={common.allGoals}
              href={ways.hrefOf(null)}
              isOpen={openId === null}
              isFirst={first === null}
              onOpen={() => go(null)}
            />
          </ul>
        )}
        {groups.map((group) => {
          const found = group.views.filter(({ name }) => isFound(name))
          return (
            found.length > 0 && (
              <section key={group.title} aria-label={group.title}>
                <h2 className={classes.title}>{group.title}</h2>
                <ul className={classes.list}>
                  {found.map((view) => (
                    <ViewLine
                      key={view.id}
                      name={view.name}
                      view={view}
                      href={ways.hrefOf(view.id)}
                      isOpen={view.id === openId}
                      isFirst={view.id === first}
                      isPinned={pins.includes(view.id)}
                      onOpen={() => go(view.id)}
                      deeds={deedsOf(view)}
                    />
                  ))}
                </ul>
              </section>
            )
          )
        })}
        {views.length === 0 && <p className={classes.words}>{texts.nobodyHasSavedAViewYet}</p>}
        {search.trim() !== '' && ![{ name: common.allGoals }, ...views].some(({ name }) => isFound(name)) && (
          <p className={classes.words}>{texts.noViewIsCalledSo}</p>
        )}
      </div>
      {problem && (
        <p role="alert" className={classes.problem}>
          {asApiError(problem).detail}
        </p>
      )}
      <footer className={classes.foot}>
        <Button variant="subtle" onClick={() => ask({ kind: 'save-as' })}>
          {texts.saveThisListAsAView}
        </Button>
      </footer>
    </div>
  )
}
