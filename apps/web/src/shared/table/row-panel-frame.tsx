import * as common from '@goalkeeper/texts/common'
import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { SidePanel } from '#web/shared/ui/side-panel.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import classes from './row-panel-frame.module.css'

type Props = {
  /** Names the panel. */
  label: string
  /** A small line above the title. */
  above: string
  title: string
  /** The goal that the row is about, to which the title leads; null: none that is there. */
  gsid: string | null
  /** How the row stands. */
  state?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** A row of a table in full, beside it: its goal and how it stands, and beneath whatever there is to see and do. */
export function RowPanelFrame({ label, above, title, gsid, state, onClose, children }: Props) {
  return (
    <SidePanel label={label} onClose={onClose}>
      <header className={classes.header}>
        <div className={classes.words}>
          <p className={classes.above}>{above}</p>
          <h2 className={classes.title}>
            {gsid === null ? (
              title
            ) : (
              <Link to="/goals/$gsid" params={{ gsid }} className={classes.link}>
                {title}
              </Link>
            )}
          </h2>
          {state}
        </div>
        <ToolButton aria-label={common.close} icon={<X size={16} aria-hidden="true" />} onClick={onClose} />
      </header>
      <div className={classes.body}>{children}</div>
    </SidePanel>
  )
}
