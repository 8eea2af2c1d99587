import * as texts from '@goalkeeper/texts/form'
import { TextInput } from '@mantine/core'
import type { Ref } from 'react'
import { dayWords } from '#web/shared/form/day-words.ts'
import { parseDay } from '#web/shared/time/parse-day.ts'
import { useToday } from '#web/shared/time/use-clock.ts'

type Props = {
  label: string
  error: string | undefined
  disabled: boolean
  withAsterisk: boolean
  text: string
  onChange: (text: string) => void
  onBlur: () => void
  inputRef: Ref<HTMLInputElement>
}

/** A day as people type it, with its reading in words beneath. */
export function DayField({ text, onChange, onBlur, inputRef, ...common }: Props) {
  const today = useToday()
  const typed = parseDay(text, today)
  return (
    <TextInput
      {...common}
      ref={inputRef}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={typed.kind === 'none' ? texts.dayExamples : dayWords(typed, today)}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={onBlur}
    />
  )
}
