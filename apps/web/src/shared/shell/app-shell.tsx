import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { statusQuery } from '../api/status-query.ts'
import { useLiveUpdates } from '../live/use-live-updates.ts'
import classes from './app-shell.module.css'
import { Notices } from './notices.tsx'
import { Rail, type NavItem } from './rail.tsx'
import { ServerBands } from './server-bands.tsx'
import { TopBar } from './top-bar.tsx'

type Props = { nav: NavItem[]; search?: ReactNode; children: ReactNode }

/** The frame around every page: rail, top bar with `search` at its centre, bands about the server and the tenant, and notices. */
export function AppShell({ nav, search, children }: Props) {
  useLiveUpdates()
  const { data: status } = useQuery(statusQuery())
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#page">
        Skip to the page
      </a>
      {status?.tenant.sandbox && <div className={classes.sandbox} aria-hidden="true" />}
      <TopBar status={status} search={search} />
      <div className={classes.body}>
        <Rail items={nav} />
        <main id="page" className={classes.page} tabIndex={-1}>
          {status && <ServerBands status={status} />}
          <div className={classes.content}>{children}</div>
        </main>
      </div>
      <Notices />
    </div>
  )
}
