import * as texts from '@goalkeeper/texts/associations'
import * as common from '@goalkeeper/texts/common'
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
        {state.kind !== 'sending' && size > 0 && <span>{texts.inOneCall(stagedWords(staged))}</span>}
        {state.kind === 'done' && size === 0 && texts.applied}
        {state.kind === 'idle' && size === 0 && texts.nothingIsStaged}
      </div>
      <Button variant="subtle" disabled={size === 0} onClick={onShowRequest}>
        {common.asApiRequest}
      </Button>
      {isSending ? (
        <Button variant="default" onClick={() => void cancelEdit(state.writeId)}>
          {common.cancel}
        </Button>
      ) : (
        <Button variant="default" disabled={size === 0} onClick={onDiscard}>
          {common.discard}
        </Button>
      )}
      <Button
        disabled={size === 0 || disabledReason !== null}
        title={disabledReason ?? undefined}
        loading={isSending}
        onClick={onApply}
      >
        {texts.applyChanges(size)}
      </Button>
    </footer>
  )
}

function SendingWords({ id }: { id: string }) {
  const { data: write } = useQuery({ ...writeQuery(id), enabled: false })
  if (write?.state === 'unknown') return texts.sentNobodyCanSayYetWhether
  if (write?.state === 'sent') return common.onItsWayToGainsight
  const seconds = write?.waitSeconds ?? null
  return texts.waitsForItsTurn(seconds === null ? null : Math.ceil(seconds))
}

function failedWords({ why, isRead }: Extract<Applying, { kind: 'failed' }>, left: number): string {
  if (!isRead) return texts.theGoalCouldNotBeRead(why)
  return left === 0 ? texts.readAgainFromGainsight(why) : texts.readAgainFromGainsightWhat(why)
}
