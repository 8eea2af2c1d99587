import type { ReactNode } from 'react'
import { Ago } from './ago.tsx'
import classes from './list-line.module.css'

type Props = {
  /** The name of the thing, leading to it. */
  link: ReactNode
  /** What there is to know of it at a glance. */
  facts: string[]
  by: string
  at: number
}

/** One thing of a list page: what it is and how it stands, and at the right who made it and when. */
export function ListLine({ link, facts, by, at }: Props) {
  return (
    <div className={classes.line}>
      <div className={classes.what}>
        <div className={classes.link}>{link}</div>
        <div className={classes.meta}>{facts.join(' · ')}</div>
      </div>
      <div className={classes.who}>
        {by}
        <div className={classes.meta}>
          <Ago instant={at} />
        </div>
      </div>
    </div>
  )
}
