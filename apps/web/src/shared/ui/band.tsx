import type { ReactNode } from 'react'
import classes from './band.module.css'

type Props = { tone?: 'plain' | 'amber' | 'red'; children: ReactNode; action?: ReactNode }

/** A full-width strip that says what is the matter, where it matters. Polite to screen readers; red ones interrupt. */
export function Band({ tone = 'plain', children, action }: Props) {
  return (
    <div className={classes.band} data-tone={tone} role={tone === 'red' ? 'alert' : 'status'}>
      <div className={classes.words}>{children}</div>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
