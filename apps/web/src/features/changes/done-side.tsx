import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/changes-set'
import { Filled } from '#web/shared/ui/filled.tsx'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asApiError } from '#web/shared/api/api-error.ts'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { useNowRoughly, useToday } from '#web/shared/time/use-clock.ts'
import { changeRowsQuery, useRetryChangeSet, useUndoChangeSet } from './change-queries.ts'
import type { RowPart } from './change-search.ts'
import { instantWords, outcomeWords, undoExplained, undoWords } from './change-words.ts'
import { SideFacts } from './side-facts.tsx'
import sideClasses from '#web/shared/ui/side.module.css'
import classes from './side.module.css'

type Props = {
  set: ChangeSet
  reason: string | null
  runReason: string | null
  onShow: (part: RowPart) => void
  /** The draft that takes it back is made. */
  onUndo: (id: string) => void
}

/** Beside what has run: what came of it, and what can still be done about it. */
export function DoneSide({ set, reason, runReason, onShow, onUndo }: Props) {
  const { id, counts, undoUntil, undoneBy } = set
  const now = useNowRoughly()
  const today = useToday()
  const retry = useRetryChangeSet(id)
  const undo = useUndoChangeSet(id)
  const { data: changed } = useQuery({
    ...changeRowsQuery({ id, part: 'meanwhile', search: '' }, 0),
    enabled: counts.skipped > 0,
  })
  const meanwhile = changed?.total ?? 0
  const isBusy = retry.isPending || undo.isPending
  const lock = { disabled: runReason !== null || isBusy, title: runReason ?? undefined }
  const error = retry.error ?? undo.error
  const canUndo = undoUntil !== null && undoUntil > now && undoneBy === null
  return (
    <section className={sideClasses.side} aria-label={common.outcome}>
      <p className={classes.outcome} role="status">
        {outcomeWords(set, meanwhile)}
      </p>
      {set.endedAt !== null && (
        <p className={sideClasses.hint}>
          <Filled
            text={texts.ended}
            when={<time title={exactInstant(set.endedAt)}>{instantWords(set.endedAt, now)}</time>}
          />
        </p>
      )}
      <div className={sideClasses.deeds}>
        {counts.skipped > 0 && (
          <Button variant="default" onClick={() => onShow(meanwhile > 0 ? 'meanwhile' : 'skipped')}>
            {texts.reviewSkipped(meanwhile > 0 ? meanwhile : counts.skipped)}
          </Button>
        )}
        {meanwhile > 0 && (
          <Button
            variant="default"
            {...lock}
            title={runReason ?? texts.againstTheGoalsAsTheyAre}
            onClick={() => retry.mutate('meanwhile')}
          >
            {texts.changeThemAllTheSame}
          </Button>
        )}
        {counts.failed > 0 && (
          <Button variant="default" {...lock} onClick={() => retry.mutate('failed')}>
            {texts.retryFailed(counts.failed)}
          </Button>
        )}
        {canUndo && (
          <>
            <Button
              variant="default"
              loading={undo.isPending}
              disabled={reason !== null || isBusy}
              title={reason ?? undefined}
              onClick={() => undo.mutate(undefined, { onSuccess: (made) => onUndo(made.id) })}
            >
              {texts.undo(undoWords(undoUntil, today))}
            </Button>
            <p className={sideClasses.hint}>{undoExplained}</p>
          </>
        )}
        {undoneBy !== null && (
          <p className={sideClasses.hint}>
            <Link to="/changes/$id" params={{ id: undoneBy }}>
              {texts.aChangeTakesThisOneBack}
            </Link>
          </p>
        )}
        {error && (
          <p role="alert" className={sideClasses.problem}>
            {asApiError(error).detail}
          </p>
        )}
        {reason !== null && <p className={sideClasses.hint}>{reason}</p>}
      </div>
      <SideFacts set={set} />
    </section>
  )
}
