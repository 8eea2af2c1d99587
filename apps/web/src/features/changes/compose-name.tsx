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
        label="Find"
        autoComplete="off"
        maxLength={200}
        error={formState.errors.find?.message}
        {...register('find', { validate: (text) => text !== '' || 'Write what is to be replaced.' })}
      />
      <TextInput label="Replace by" autoComplete="off" maxLength={200} placeholder="nothing" {...register('replace')} />
      <Checkbox label="Only where capitals are the same" {...register('matchCase')} />
      <p className={classes.hint}>Goals whose name does not hold it are left out.</p>
    </form>
  )
}
