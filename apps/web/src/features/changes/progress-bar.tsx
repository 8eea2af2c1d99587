import * as texts from '@goalkeeper/texts/changes-words'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { grouped } from '@goalkeeper/texts/counted'
import { progressOf } from './change-words.ts'
import classes from './progress-bar.module.css'

const parts = ['confirmed', 'skipped', 'unknown', 'failed'] as const

/** How far a run is: confirmed, skipped, unknown and failed of all, one after the other. */
export function ProgressBar({ counts }: Pick<ChangeSet, 'counts'>) {
  const { settled, all } = progressOf({ counts })
  return (
    <div
      role="progressbar"
      aria-label={texts.goalsThatAreSettled}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={settled}
      aria-valuetext={texts.outOf(settled, all)}
      className={classes.bar}
    >
      {parts.map((part) => (
        <span
          key={part}
          className={classes.part}
          data-part={part}
          style={{ width: `${all === 0 ? 0 : (100 * counts[part]) / all}%` }}
          title={`${grouped(counts[part])} ${part}`}
        />
      ))}
    </div>
  )
}
