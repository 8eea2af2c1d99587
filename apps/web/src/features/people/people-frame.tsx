import * as texts from '@goalkeeper/texts/people'
import * as common from '@goalkeeper/texts/common'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PageHeader } from '#web/shared/ui/page-header.tsx'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import classes from './people-frame.module.css'

type Props = { title: 'People' | 'Tokens'; about: ReactNode; actions?: ReactNode; children: ReactNode }

/** The two pages about who comes in: people, and scripts with their tokens. */
export function PeopleFrame({ title, about, actions, children }: Props) {
  usePageTitle(title)
  return (
    <div className={classes.page}>
      <PageHeader title={title} meta={about} actions={actions} />
      <nav className={classes.tabs} aria-label={texts.whoComesIn}>
        <Link to="/people" className={classes.tab}>
          {common.people}
        </Link>
        <Link to="/tokens" className={classes.tab}>
          {common.tokens}
        </Link>
      </nav>
      <div className={classes.body}>{children}</div>
    </div>
  )
}
