import * as texts from '@goalkeeper/texts/changes-set'
import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { ChangeSet, ChangeState } from '@goalkeeper/contract/changes'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'
import { CopyButton } from '#web/shared/ui/copy-button.tsx'
import classes from './change-header.module.css'
import { draftWords, instantWords, ledgerWords, titleWords } from './change-words.ts'
import { ProgressBar } from './progress-bar.tsx'
import { SetDeeds } from './set-deeds.tsx'

const steps = [texts.draftStep, texts.previewStep, texts.runStep, common.done]
const stepOf: Record<ChangeState, string> = {
  draft: texts.previewStep,
  scheduled: texts.runStep,
  running: texts.runStep,
  paused: texts.runStep,
  done: common.done,
  cancelled: common.done,
}

type Props = { set: ChangeSet; fields: Field[]; reason: string | null; children?: ReactNode }

/** What is done to how many goals, at which of the four steps it is, and how it stands. */
export function ChangeHeader({ set, fields, reason }: Props) {
  const now = useNowRoughly()
  const isDraft = set.state === 'draft'
  const words = isDraft ? draftWords(set, now) : ledgerWords(set, now)
  const current = steps.indexOf(stepOf[set.state])
  return (
    <header className={classes.header}>
      <ol className={classes.steps} aria-label={texts.steps}>
        {steps.map((step, place) => (
          <li key={step} aria-current={place === current ? 'step' : undefined} data-past={place < current || undefined}>
            {step}
          </li>
        ))}
      </ol>
      <div className={classes.line}>
        <h1 className={classes.title}>{titleWords(set)}</h1>
        <CopyButton text={() => location.href} title={texts.forAColleaguesLook}>
          {common.copyLink}
        </CopyButton>
      </div>
      <p className={classes.counts} aria-live={isDraft ? undefined : 'off'}>
        {words.join(' · ')}
      </p>
      <p className={classes.meta}>
        <span title={exactInstant(set.createdAt)}>{texts.madeBy(set.createdBy, instantWords(set.createdAt, now))}</span>
        {set.startedBy !== null && set.startedAt !== null && (
          <span title={exactInstant(set.startedAt)}>
            {texts.runBy(set.startedBy, instantWords(set.startedAt, now))}
          </span>
        )}
        {set.origin.kind === 'undo' && set.origin.id !== null && (
          <>
            {' · '}
            <Link to="/changes/$id" params={{ id: set.origin.id }}>
              {texts.takesBackThisChange}
            </Link>
          </>
        )}
      </p>
      {isDraft ? <SetDeeds set={set} fields={fields} reason={reason} /> : <ProgressBar counts={set.counts} />}
    </header>
  )
}
