import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { cancelEdit } from '#web/shared/writes/start-edit.ts'
import { writeQuery } from '#web/shared/writes/write-query.ts'
import classes from './editor-foot.module.css'
import { sizeOf, stagedWords, type Staged } from './staging.ts'
import type { Applying } from './use-apply-links.ts'

type Props = {
  staged: Staged
  state: Applying
  disabledReason: string | null
  onApply: () => void
  onDiscard: () => void
  onShowRequest: () => void
}

/** What is staged and what it costs, how applying goes, and the deeds. */
export function EditorFoot({ staged, state, disabledReason, onApply, onDiscard, onShowRequest }: Props) {
  const size = sizeOf(staged)
  const isSending = state.kind === 'sending'
  return (
    <footer className={classes.foot}>
      <div className={classes.words} role={state.kind === 'failed' ? 'alert' : 'status'} data-tone={state.kind}>
        {state.kind === 'sending' && <SendingWords id={state.writeId} />}
        {state.kind === 'failed' && failedWords(state, size)}
        {state.kind !== 'sending' && size > 0 && <span>{stagedWords(staged)} · 1 call</span>}
        {state.kind === 'done' && size === 0 && 'Applied.'}
        {state.kind === 'idle' && size === 0 && 'Nothing is staged.'}
      </div>
      <Button variant="subtle" disabled={size === 0} onClick={onShowRequest}>
        As API request
      </Button>
      {isSending ? (
        <Button variant="default" onClick={() => void cancelEdit(state.writeId)}>
          Cancel
        </Button>
      ) : (
        <Button variant="default" disabled={size === 0} onClick={onDiscard}>
          Discard
        </Button>
      )}
      <Button
        disabled={size === 0 || disabledReason !== null}
        title={disabledReason ?? undefined}
        loading={isSending}
        onClick={onApply}
      >
        Apply {size > 0 && (size === 1 ? '1 change' : `${size} changes`)}
      </Button>
    </footer>
  )
}

function SendingWords({ id }: { id: string }) {
  const { data: write } = useQuery({ ...writeQuery(id), enabled: false })
  if (write?.state === 'unknown')
    return 'Sent. Nobody can say yet whether Gainsight applied it; it is being found out by reading.'
  if (write?.state === 'sent') return 'On its way to Gainsight.'
  const seconds = write?.waitSeconds ?? null
  return `Waits for its turn${seconds === null ? '' : `, about ${Math.ceil(seconds)} s`}.`
}

function failedWords({ why, isRead }: Extract<Applying, { kind: 'failed' }>, left: number): string {
  if (!isRead) return `${why} The goal could not be read afterwards, so what is shown may be old.`
  return left === 0
    ? `${why} Read again from Gainsight: everything that was staged is so now.`
    : `${why} Read again from Gainsight: what stands here is still to be done.`
}
