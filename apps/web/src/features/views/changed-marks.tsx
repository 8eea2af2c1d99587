import * as texts from '@goalkeeper/texts/views-tabs'
import * as common from '@goalkeeper/texts/common'
import type { ListState } from '@goalkeeper/contract/views'
import { ChevronDown } from 'lucide-react'
import { LazyPopover } from '#web/shared/ui/lazy-popover.tsx'
import { ToolButton } from '#web/shared/ui/tool-button.tsx'
import { ChangedDeeds } from './changed-deeds.tsx'
import classes from './changed-marks.module.css'
import type { ShownBase } from './shown-base.ts'
import type { ViewDialog } from './view-dialogs.tsx'
import type { ViewWays } from './view-ways.ts'

type Props = {
  base: ShownBase
  state: ListState
  changed: string[]
  ways: ViewWays
  onDialog: (dialog: ViewDialog) => void
}

const changedMenu = () => import('./changed-menu.tsx').then((module) => module.ChangedMenu)

/** That the list is not as its view has it, and what can be made of that. Where there is little room it is a menu. */
export function ChangedMarks({ base, state, changed, ways, onDialog }: Props) {
  if (base.kind === 'all') {
    return changed.length === 0 ? null : (
      <span className={classes.marks}>
        <ToolButton onClick={() => onDialog({ kind: 'save-as' })}>{texts.saveView}</ToolButton>
      </span>
    )
  }
  if (changed.length === 0) {
    return base.kind === 'view' ? null : (
      <span className={classes.marks}>
        <ToolButton onClick={() => onDialog({ kind: 'save-as' })}>{texts.saveAsView}</ToolButton>
      </span>
    )
  }
  const deeds = { base, state, ways, onDialog }
  return (
    <span className={classes.marks}>
      <span className={classes.wide}>
        <span className={classes.badge} title={texts.differsFrom[base.kind](changed.join(', '))}>
          {common.changed}
        </span>
        <ChangedDeeds {...deeds} />
      </span>
      <span className={classes.narrow}>
        <LazyPopover
          label={texts.whatWasChanged}
          load={changedMenu}
          contentProps={{ ...deeds, changed }}
          button={(trigger) => (
            <ToolButton {...trigger}>
              <span className={classes.badge}>
                {common.changed}
                <ChevronDown size={12} aria-hidden className={classes.chevron} />
              </span>
            </ToolButton>
          )}
        />
      </span>
    </span>
  )
}
