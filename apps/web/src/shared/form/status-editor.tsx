import * as texts from '@goalkeeper/texts/form-cells'
import type { Status } from '@goalkeeper/contract/catalogue'
import { Popover } from '@mantine/core'
import { useId, useState, type KeyboardEvent } from 'react'
import { StatusShape } from '../ui/status-shape.tsx'
import { touchMedia, useMedia } from '../ui/use-media.ts'
import classes from './cell-editor.module.css'
import { useEarlyEnd, type EarlyKeys } from './early-keys.tsx'
import { endsOnBlur } from './ends-on-blur.ts'
import { choiceOfDigit, matchingChoices, statusChoices } from './status-choices.ts'

type Props = {
  label: string
  value: string
  statuses: readonly Status[]
  early: EarlyKeys
  onSave: (name: string) => void
  onCancel: () => void
}

/** The statuses under their own box: a number key picks at once, typing narrows, Enter takes the marked one. */
export function StatusEditor({ label, value, statuses, early, onSave, onCancel }: Props) {
  const id = useId()
  const choices = statusChoices(statuses)
  const isTouch = useMedia(touchMedia)
  const [typed, setTyped] = useState(early.text ?? '')
  const shown = matchingChoices(choices, typed)
  const [marked, setMarked] = useState(() =>
    Math.max(0, early.text === null ? shown.findIndex(({ name }) => name === value) : 0),
  )
  const at = Math.min(marked, shown.length - 1)
  const pick = (choice: Status | null | undefined) => {
    if (!choice) return
    if (choice.name === value) onCancel()
    else onSave(choice.name)
  }

  const numberedEarly = choiceOfDigit(choices, early.text ?? '')
  useEarlyEnd(early.isEnded || numberedEarly !== null, () => pick(numberedEarly ?? shown[at]))

  const handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const numbered = typed === '' ? choiceOfDigit(choices, event.key) : null
    if (numbered) pick(numbered)
    else if (event.key === 'Enter') pick(shown[at])
    else if (event.key === 'Escape') onCancel()
    else if (event.key === 'ArrowDown') setMarked((at + 1) % Math.max(1, shown.length))
    else if (event.key === 'ArrowUp') setMarked((at - 1 + shown.length) % Math.max(1, shown.length))
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Popover opened position="bottom-start" withRoles={false} trapFocus={false} returnFocus={false}>
      <Popover.Target>
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to edit this box
          autoFocus
          role="combobox"
          className={classes.input}
          aria-label={label}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={shown[at] && `${id}-${at}`}
          // The list is all that a finger needs: no keyboard comes up over it.
          inputMode={isTouch ? 'none' : 'text'}
          value={typed}
          placeholder={value}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setMarked(0)
          }}
          onBlur={endsOnBlur(onCancel)}
          onKeyDown={handleKey}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.list}>
        <div role="listbox" id={id} aria-label={label}>
          {shown.map((choice, index) => (
            <div
              key={choice.name}
              role="option"
              id={`${id}-${index}`}
              aria-selected={index === at}
              className={classes.option}
              // Keeps the focus in the field, whose end would be the end of the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(choice)}
            >
              <kbd className={classes.digit}>{numberOf(choices, choice)}</kbd>
              <StatusShape meaning={choice.meaning} color={choice.color} />
              {choice.name}
            </div>
          ))}
        </div>
        {shown.length === 0 && <p className={classes.none}>{texts.noStatusIsCalledThat}</p>}
      </Popover.Dropdown>
    </Popover>
  )
}

function numberOf(choices: readonly Status[], choice: Status): string {
  const digit = String(choices.indexOf(choice) + 1)
  return choiceOfDigit(choices, digit) ? digit : ''
}
