import { useState } from 'react'
import classes from './cell-editor.module.css'
import { selectUnlessTyped, useEarlyEnd, type EarlyKeys } from './early-keys.tsx'
import { endsOnBlur } from './ends-on-blur.ts'

type Props = {
  label: string
  value: string
  early: EarlyKeys
  onSave: (name: string) => void
  onCancel: () => void
}

/** The name as a text field in its own box; an empty one is not saved. */
export function NameEditor({ label, value, early, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(early.text ?? value)
  const name = draft.trim()
  const finish = () => (name === '' || name === value ? onCancel() : onSave(name))
  useEarlyEnd(early.isEnded, () => name === '' || finish())
  return (
    <input
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to edit this box
      autoFocus
      className={classes.input}
      aria-label={label}
      aria-invalid={name === '' || undefined}
      value={draft}
      maxLength={1000}
      onFocus={(event) => selectUnlessTyped(event.currentTarget, early)}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={endsOnBlur(finish)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && name !== '') finish()
        else if (event.key === 'Escape') onCancel()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
