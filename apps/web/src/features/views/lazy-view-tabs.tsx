import * as common from '@goalkeeper/texts/common'
import { lazy, Suspense, type ComponentProps } from 'react'
import classes from './lazy-view-tabs.module.css'
import type { ViewTabs as Tabs } from './view-tabs.tsx'

const ViewTabs = lazy(() => import('./view-tabs.tsx').then((module) => ({ default: module.ViewTabs })))

/** The tabs above the list, which come after its first rows; their room is kept. */
export function LazyViewTabs(props: ComponentProps<typeof Tabs>) {
  return (
    <Suspense fallback={<nav className={classes.room} aria-label={common.views} />}>
      <ViewTabs {...props} />
    </Suspense>
  )
}
