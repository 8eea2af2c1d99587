import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/changes-compose'
import { Checkbox, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import classes from './compose.module.css'
import type { ComposerProps } from './composer.ts'

/** Replaces words in names, every time they stand there. */
export function ComposeName({ formId, initial, onDeed }: ComposerProps) {
  const deed = initial?.kind === 'replace-in-name' ? initial : null
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { find: deed?.find ?? '', replace: deed?.replace ?? '', matchCase: deed?.matchCase ?? false },
  })
  return (
    <form
      id={formId}
      className={classes.form}
      noValidate
      onSubmit={handleSubmit((form) => onDeed({ kind: 'replace-in-name', ...form }))}
    >
      <TextInput
        label={common.find}
        autoComplete="off"
        maxLength={200}
        error={formState.errors.find?.message}
        {...register('find', { validate: (text) => text !== '' || texts.writeWhatIsToBeReplaced })}
      />
      <TextInput
        label={texts.replaceBy}
        autoComplete="off"
        maxLength={200}
        placeholder={texts.nothing}
        {...register('replace')}
      />
      <Checkbox label={texts.onlyWhereCapitalsAreTheSame} {...register('matchCase')} />
      <p className={classes.hint}>{texts.goalsWhoseNameDoesNotHold}</p>
    </form>
  )
}
