import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/ui'
import type { ReactNode } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { Band } from './band.tsx'
import classes from './list-page.module.css'
import { PageHeader } from './page-header.tsx'
import { ToolButton } from './tool-button.tsx'
import { usePageTitle } from './use-page-title.ts'

interface Asked {
  error: Error | null
  isFetching: boolean
  isSuccess: boolean
  refetch: () => unknown
}

/** A page that lists things of one kind, each a line of its own: while they are read, when they cannot be, and when there are none. */
export function ListPage<Item extends { id: string }>(props: {
  /** Names the page and its list: "Changes". */
  title: string
  meta: string
  asked: Asked
  items: readonly Item[]
  line: (item: Item) => ReactNode
  /** What stands there when nothing does. */
  empty?: ReactNode
  above?: ReactNode
  actions?: ReactNode
  foot?: ReactNode
}) {
  const { title, meta, asked, items, line, empty, above, actions, foot } = props
  usePageTitle(title)
  return (
    <div className={classes.page}>
      <PageHeader title={title} meta={meta} actions={actions} />
      <div className={classes.body} aria-busy={asked.isFetching}>
        {above}
        {asked.error && (
          <Band
            tone="red"
            action={
              <ToolButton tone="outlined" onClick={() => void asked.refetch()}>
                {common.tryAgain}
              </ToolButton>
            }
          >
            {texts.theCouldNotBeRead(title.toLowerCase(), asApiError(asked.error).detail)}
          </Band>
        )}
        {asked.isSuccess && items.length === 0 && empty}
        {items.length > 0 && (
          <ul className={classes.list} aria-label={title}>
            {items.map((item) => (
              <li key={item.id} className={classes.item}>
                {line(item)}
              </li>
            ))}
          </ul>
        )}
        {foot && <div className={classes.foot}>{foot}</div>}
      </div>
    </div>
  )
}
