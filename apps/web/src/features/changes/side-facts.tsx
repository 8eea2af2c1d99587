import * as texts from '@goalkeeper/texts/changes-set'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { changeExportPath } from '@goalkeeper/contract/changes'
import { Download } from 'lucide-react'
import sideClasses from '#web/shared/ui/side.module.css'
import classes from './side.module.css'

/** Why it was done, and its ledger as a file. */
export function SideFacts({ set: { id, reason } }: { set: Pick<ChangeSet, 'id' | 'reason'> }) {
  return (
    <>
      {reason !== '' && (
        <div>
          <h2 className={classes.label}>{texts.reason}</h2>
          <p className={classes.reason}>{reason}</p>
        </div>
      )}
      <a
        className={sideClasses.export}
        href={changeExportPath.replace(':id', id)}
        download
        title={texts.everyGoalBeforeAndAfter}
      >
        <Download size={14} aria-hidden="true" />
        {texts.exportCsv}
      </a>
    </>
  )
}
