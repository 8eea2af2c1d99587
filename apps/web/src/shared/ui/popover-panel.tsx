import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './lazy-popover.module.css'

type Props = { id: string; label: string; width: number | 'auto'; onClose: () => void; children: ReactNode }

/** The panel of a LazyPopover, placed under whatever surrounds it. */
export function PopoverPanel({ id, label, width, onClose, children }: Props) {
  return (
    <Popover opened onDismiss={onClose} position="bottom-end" width={width} trapFocus withRoles={false}>
      <Popover.Target>
        <span className={classes.place} aria-hidden="true" />
      </Popover.Target>
      <Popover.Dropdown id={id} role="dialog" aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
