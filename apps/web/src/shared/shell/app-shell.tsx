import * as texts from '@goalkeeper/texts/shell-first'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { meQuery } from '../api/me-query.ts'
import { statusQuery } from '../api/status-query.ts'
import { useLiveUpdates } from '../live/use-live-updates.ts'
import classes from './app-shell.module.css'
import { Notices } from './notices.tsx'
import { PaletteButton } from './palette-button.tsx'
import { PaletteHost } from './palette-host.tsx'
import type { PaletteSources } from './palette.tsx'
import { Rail, type NavItem } from './rail.tsx'
import { ServerBands } from './server-bands.tsx'
import { ShortcutHost } from './shortcut-host.tsx'
import { TopBar } from './top-bar.tsx'

const NoRole = lazy(() => import('./no-role.tsx').then((module) => ({ default: module.NoRole })))

type Props = {
  nav: NavItem[]
  /** What the palette finds besides the commands of the screen. */
  palette?: PaletteSources
  /** The page has the screen to itself: no rail, no top bar. */
  isFocused?: boolean
  children: ReactNode
}

/** The frame around every page: rail, top bar with the palette's box at its centre, bands about the server and the tenant, and notices. Who has no role sees nothing else. */
export function AppShell({ nav, palette, isFocused = false, children }: Props) {
  useLiveUpdates()
  const { data: me } = useQuery(meQuery())
  const hasNoRole = me?.role === null
  const { data: status } = useQuery({ ...statusQuery(), enabled: !hasNoRole })
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        {texts.skipToThePage}
      </a>
      {status?.tenant.sandbox && <div className={classes.sandbox} aria-hidden="true" />}
      {!isFocused && <TopBar status={status} me={me} search={palette && !hasNoRole ? <PaletteButton /> : null} />}
      <div className={classes.body}>
        {!isFocused && <Rail items={hasNoRole ? [] : nav} />}
        <main id="page" className={classes.page} tabIndex={-1}>
          {status && <ServerBands status={status} />}
          <div className={classes.content}>
            {hasNoRole ? (
              <Suspense fallback={null}>
                <NoRole me={me} />
              </Suspense>
            ) : (
              children
            )}
          </div>
        </main>
      </div>
      <Notices />
      <ShortcutHost />
      {palette && !hasNoRole && <PaletteHost sources={palette} />}
    </div>
  )
}
