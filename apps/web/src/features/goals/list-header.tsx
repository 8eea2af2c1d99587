import * as texts from '@goalkeeper/texts/goals-first'
import type { ReactNode } from 'react'
import { useScopeWords } from '#web/shared/access/use-scope-words.ts'
import { usePageTitle } from '#web/shared/ui/use-page-title.ts'
import classes from './list-header.module.css'

type Props = {
  title: string
  /** Stands in the place of the title, which is then only spoken. */
  tabs?: ReactNode
  total: number | null
  /** False while the server may not know every goal yet: the number is then "so far". */
  isExact: boolean
  actions: ReactNode
}

/** What this list is, how many goals are in it, and what can be made of it. */
export function ListHeader({ title, tabs, total, isExact, actions }: Props) {
  usePageTitle(title)
  const seen = useScopeWords()
  return (
    <header className={classes.header}>
      <h1 className={tabs ? classes.spoken : classes.title}>{title}</h1>
      {tabs}
      <p className={classes.count} role="status">
        {total !== null && texts.goals(total, isExact)}
      </p>
      {seen && (
        <p className={classes.seen} title={seen}>
          {texts.thatYouSee}
        </p>
      )}
      <div className={classes.actions}>{actions}</div>
    </header>
  )
}
