import * as texts from '@goalkeeper/texts/form-first'
import { useEffect, useEffectEvent } from 'react'
import classes from './early-keys.module.css'

/** What was typed into a box before its editor had come (null: nothing, empty: it was emptied), and whether Enter was the end of it. */
export type EarlyKeys = { text: string | null; isEnded: boolean }

export const noKeys: EarlyKeys = { text: null, isEnded: false }

type Props = { label: string; keys: EarlyKeys; onKeys: (keys: EarlyKeys) => void; onCancel: () => void }

/** Stands where the editor is about to be, so that what people type goes nowhere else meanwhile. */
export function EarlyInput({ label, keys, onKeys, onCancel }: Props) {
  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to edit this box
      autoFocus
      className={classes.early}
      aria-label={texts.opening(label)}
      onChange={({ currentTarget }) => onKeys({ text: currentTarget.value, isEnded: false })}
      onKeyDown={(event) => {
        // What stands in the box, and here does not, is selected when the editor opens.
        const empties = !keys.text && (event.key === 'Delete' || event.key === 'Backspace')
        if (event.key === 'Enter') onKeys({ ...keys, isEnded: true })
        else if (empties) onKeys({ text: '', isEnded: false })
        else if (event.key === 'Escape') onCancel()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}

/** Finishes an edit that was over before its editor had come. */
export function useEarlyEnd(isEnded: boolean, finish: () => void): void {
  const end = useEffectEvent(finish)
  useEffect(() => {
    if (isEnded) end()
  }, [isEnded])
}

/** What stands in a box is there to be replaced; what was typed already is gone on with. */
export function selectUnlessTyped(input: HTMLInputElement, { text }: EarlyKeys): void {
  if (text === null) input.select()
  else input.setSelectionRange(input.value.length, input.value.length)
}
