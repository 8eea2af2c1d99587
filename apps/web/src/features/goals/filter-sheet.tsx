import * as texts from '@goalkeeper/texts/goals-filter'
import { Popover } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import classes from './filter-bar.module.css'

/** The sheet of the filter builder, placed under whatever surrounds it. Not modal: the list goes on living behind it. */
export function FilterSheet({ children }: { children: ReactNode }) {
  return (
    <Popover
      opened
      position="bottom-start"
      offset={6}
      closeOnClickOutside={false}
      closeOnEscape={false}
      returnFocus={false}
      withRoles={false}
    >
      <Popover.Target>
        <span className={classes.place} aria-hidden="true" />
      </Popover.Target>
      <Popover.Dropdown className={classes.sheet} role="dialog" aria-label={texts.filter}>
        <Suspense fallback={null}>{children}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
