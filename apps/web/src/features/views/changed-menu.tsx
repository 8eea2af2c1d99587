import * as texts from '@goalkeeper/texts/views-tabs'
import type { ComponentProps } from 'react'
import { ChangedDeeds } from './changed-deeds.tsx'
import classes from './changed-menu.module.css'

type Props = ComponentProps<typeof ChangedDeeds> & { changed: string[] }

/** What was changed, and what can be made of it, where there is no room for it beside the tabs. */
export function ChangedMenu({ changed, ...deeds }: Props) {
  return (
    <div className={classes.menu}>
      <p className={classes.words}>{texts.differsFrom[deeds.base.kind](changed.join(', '))}</p>
      <div className={classes.deeds}>
        <ChangedDeeds {...deeds} />
      </div>
    </div>
  )
}
