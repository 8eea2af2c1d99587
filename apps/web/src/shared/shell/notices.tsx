import * as texts from '@goalkeeper/texts/shell-first'
import { X } from 'lucide-react'
import { putAway, useNotices } from '../ui/notices.ts'
import { ToolButton } from '../ui/tool-button.tsx'
import classes from './notices.module.css'

/** Results out of sight, in the corner above whatever stands at the foot. They wait for the person: no timer takes them away. */
export function Notices() {
  const notices = useNotices()
  return (
    <section className={classes.notices} aria-label={texts.notices}>
      {notices.map(({ id, tone, words, action }) => (
        <div key={id} className={classes.notice} data-tone={tone} role={tone === 'red' ? 'alert' : 'status'}>
          <p className={classes.words}>{words}</p>
          <button type="button" className={classes.close} aria-label={texts.putAway} onClick={() => putAway(id)}>
            <X size={14} aria-hidden="true" />
          </button>
          <ToolButton
            tone="outlined"
            onClick={() => {
              putAway(id)
              action.run()
            }}
          >
            {action.label}
          </ToolButton>
        </div>
      ))}
    </section>
  )
}
