import * as texts from '@goalkeeper/texts/form-first'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { Edit } from '../writes/edit-store.ts'
import { writeQuery } from '../writes/write-query.ts'
import classes from './edit-mark.module.css'

const EditTrouble = lazy(() => import('./edit-trouble.tsx').then((module) => ({ default: module.EditTrouble })))

type Props = {
  edit: Edit
  field: string
  /** The trouble is told at once: in the box where the person edited, and not again in another that shows the same field. */
  isTold: boolean
}

/**
 * How far an edit has come, in the corner of its box: a hollow dot while it waits, a filled one when sent, "?" when unknown,
 * a red corner when it failed, with what can be done about it beside it. Nothing once it is confirmed.
 */
export function EditMark({ edit, field, isTold }: Props) {
  const [isChosen, setOpen] = useState<boolean | null>(null)
  const isOpen = isChosen ?? isTold
  const { data: write } = useQuery({ ...writeQuery(edit.id), enabled: false })
  if (edit.phase === 'confirmed') return null
  if (edit.phase === 'sending' || edit.phase === 'unknown') {
    const state = edit.phase === 'unknown' ? 'unknown' : write?.state === 'sent' ? 'sent' : 'waiting'
    const words = state === 'waiting' ? waitingWords(write?.waitSeconds ?? null) : wordsOf[state]
    return (
      <span className={classes.mark} data-state={state} role="img" aria-label={words} title={words}>
        {state === 'unknown' && '?'}
      </span>
    )
  }
  const words = edit.phase === 'failed' ? texts.notSavedSeeWhy : texts.changedElsewhereChoose
  return (
    <>
      <button
        type="button"
        className={classes.corner}
        aria-label={words}
        title={words}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <Suspense fallback={null}>
          <EditTrouble edit={edit} field={field} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const wordsOf = {
  sent: texts.sentToGainsight,
  unknown: texts.sentAndNobodyCanSayYet,
}

const waitingWords = (seconds: number | null) =>
  seconds === null ? texts.waitsForItsTurn : texts.waitsForItsTurnAboutS(Math.ceil(seconds))
