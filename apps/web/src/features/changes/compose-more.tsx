import * as texts from '@goalkeeper/texts/changes-compose'
import type { Deed } from '@goalkeeper/contract/changes'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { ComposeDescription } from './compose-description.tsx'
import { ComposeField } from './compose-field.tsx'
import { ComposeName } from './compose-name.tsx'
import type { ComposerProps } from './composer.ts'

const choices = {
  field: texts.aCustomField,
  description: texts.theDescription,
  name: texts.wordsInNames,
} as const
type Choice = keyof typeof choices

/** What is done less often: descriptions, custom fields, words in names. */
export function ComposeMore(props: ComposerProps) {
  const [choice, setChoice] = useState<Choice>(() => choiceOf(props.initial))
  const Composer = { field: ComposeField, description: ComposeDescription, name: ComposeName }[choice]
  return (
    <>
      <NativeSelect
        label={texts.whatIsChanged}
        data-autofocus
        data={Object.entries(choices).map(([value, label]) => ({ value, label }))}
        value={choice}
        onChange={(event) => {
          const { value } = event.currentTarget
          if (isChoice(value)) setChoice(value)
        }}
      />
      <Composer {...props} />
    </>
  )
}

const isChoice = (value: string): value is Choice => Object.hasOwn(choices, value)

function choiceOf(deed: Deed | null): Choice {
  if (deed?.kind === 'replace-in-name') return 'name'
  return deed?.kind === 'append' || (deed?.kind === 'set' && deed.field === 'Description') ? 'description' : 'field'
}
