import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

type Props = { title: string; children?: ReactNode; actions?: ReactNode }

/** What stands where nothing is: a sentence, an explanation, and what can be done about it. */
export function EmptyState({ title, children, actions }: Props) {
  return (
    <section className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      {children && <div className={classes.words}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </section>
  )
}
