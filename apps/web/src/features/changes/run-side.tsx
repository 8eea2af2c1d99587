import * as texts from '@goalkeeper/texts/changes-set'
import { Filled } from '#web/shared/ui/filled.tsx'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { asApiError } from '#web/shared/api/api-error.ts'
import { statusQuery } from '#web/shared/api/status-query.ts'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'
import { ConfirmDeed } from '#web/shared/ui/confirm-deed.tsx'
import { useCancelChangeSet, usePauseChangeSet, useResumeChangeSet, useRetryChangeSet } from './change-queries.ts'
import { instantWords, lengthWords } from './change-words.ts'
import { PaceLine } from './pace-line.tsx'
import { SideFacts } from './side-facts.tsx'
import sideClasses from '#web/shared/ui/side.module.css'
import classes from './side.module.css'

type Props = { set: ChangeSet; reason: string | null; runReason: string | null }

/** Beside a run: when it will be done, and the deeds that hold it or give it up. */
export function RunSide({ set, reason, runReason }: Props) {
  const { id, state, counts, cost, startAt } = set
  const now = useNowRoughly()
  const pause = usePauseChangeSet(id)
  const resume = useResumeChangeSet(id)
  const cancel = useCancelChangeSet(id)
  const retry = useRetryChangeSet(id)
  const { data: budget } = useQuery({ ...statusQuery(), select: (status) => status.budget })
  const error = pause.error ?? resume.error ?? retry.error ?? (state === 'scheduled' ? cancel.error : null)
  const isSending = counts.queued + counts.sent > 0
  const lock = { disabled: reason !== null, title: reason ?? undefined }
  return (
    <section className={sideClasses.side} aria-label={texts.run}>
      {state === 'scheduled' && startAt !== null && (
        <p className={classes.finish}>
          <Filled text={texts.starts} when={<time title={exactInstant(startAt)}>{instantWords(startAt, now)}</time>} />
        </p>
      )}
      {state === 'running' && isSending && (
        <p className={classes.finish}>
          <Filled
            text={texts.doneNear}
            when={<time title={exactInstant(cost.doneAt)}>{instantWords(cost.doneAt, now)}</time>}
          />
        </p>
      )}
      {state === 'running' && !isSending && <p className={classes.finish}>{texts.everythingIsSent}</p>}
      {state === 'paused' && <p className={classes.finish}>{texts.paused}</p>}
      {state === 'running' && isSending && (
        <PaceLine settled={counts.confirmed + counts.failed} limit={budget?.minute.limit ?? null} />
      )}
      <p className={sideClasses.hint}>{hintOf(set)}</p>
      <div className={sideClasses.deeds}>
        {state === 'running' && isSending && (
          <Button variant="default" loading={pause.isPending} {...lock} onClick={() => pause.mutate()}>
            {texts.pause}
          </Button>
        )}
        {state === 'paused' && (
          <Button
            loading={resume.isPending}
            disabled={runReason !== null}
            title={runReason ?? undefined}
            onClick={() => resume.mutate()}
          >
            {texts.resume(counts.queued)}
          </Button>
        )}
        {state === 'paused' && counts.failed > 0 && (
          <Button
            variant="default"
            loading={retry.isPending}
            disabled={runReason !== null}
            title={runReason ?? undefined}
            onClick={() => retry.mutate('failed')}
          >
            {texts.resumeAndRetryFailed(counts.failed)}
          </Button>
        )}
        {state === 'scheduled' && (
          <Button
            variant="default"
            loading={cancel.isPending}
            {...lock}
            title={reason ?? texts.itIsADraftAgainThen}
            onClick={() => cancel.mutate()}
          >
            {texts.doNotStartIt}
          </Button>
        )}
        {state !== 'scheduled' && isSending && reason === null && (
          <ConfirmDeed
            label={texts.cancelTheRest}
            title={texts.cancelTheRestAsked}
            deed={texts.giveUp(counts.queued)}
            mutation={cancel}
          >
            {texts.goalsThatHaveNotBeenSent(counts.queued)}
          </ConfirmDeed>
        )}
        {error && (
          <p role="alert" className={sideClasses.problem}>
            {asApiError(error).detail}
          </p>
        )}
        {(reason ?? (state === 'paused' ? runReason : null)) && (
          <p className={sideClasses.hint}>{reason ?? runReason}</p>
        )}
      </div>
      <SideFacts set={set} />
    </section>
  )
}

function hintOf({ state, counts, cost }: ChangeSet): string {
  const open = counts.queued + counts.sent
  if (state !== 'running') return texts.toGoAtThePresentBudget(open, lengthWords(cost.seconds))
  if (open > 0 || counts.unknown === 0) return texts.itRunsOnWhenYouClose
  return texts.whatBecameOfIsBeingFound(counts.unknown)
}
