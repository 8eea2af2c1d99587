import { useEffect, useEffectEvent } from 'react'
import classes from './early-keys.module.css'

/** What was typed into a box before its editor had come, and whether Enter was the end of it. */
export type EarlyKeys = { text: string; isEnded: boolean }

export const noKeys: EarlyKeys = { text: '', isEnded: false }

type Props = { label: string; onKeys: (keys: EarlyKeys) => void; onCancel: () => void }

/** Stands where the editor is about to be, so that what people type goes nowhere else meanwhile. */
export function EarlyInput({ label, onKeys, onCancel }: Props) {
  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to edit this box
      autoFocus
      className={classes.early}
      aria-label={label}
      onChange={({ currentTarget }) => onKeys({ text: currentTarget.value, isEnded: false })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onKeys({ text: event.currentTarget.value, isEnded: true })
        else if (event.key === 'Escape') onCancel()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}

/** Finishes an edit that was over before its editor had come. */
export function useEarlyEnd({ isEnded }: EarlyKeys, finish: () => void): void {
  const end = useEffectEvent(finish)
  useEffect(() => {
    if (isEnded) end()
  }, [isEnded])
}

/** What stands in a box is there to be replaced; what was typed already is gone on with. */
export function selectUnlessTyped(input: HTMLInputElement, { text }: EarlyKeys): void {
  if (text === '') input.select()
  else input.setSelectionRange(text.length, text.length)
}
