import type { ReactNode } from 'react'
import classes from './page-header.module.css'

type Props = { title: string; above?: ReactNode; meta?: ReactNode; actions?: ReactNode }

/** The head of a page that is not a list: what it is, a line about it, and its deeds at the right. */
export function PageHeader({ title, above, meta, actions }: Props) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {above && <div className={classes.meta}>{above}</div>}
        <h1 className={classes.title}>{title}</h1>
        {meta && <div className={classes.meta}>{meta}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
