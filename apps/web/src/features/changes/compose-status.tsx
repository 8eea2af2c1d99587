import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import { statusesQuery } from '#web/shared/api/catalogue-queries.ts'
import { statusChoices } from '#web/shared/form/status-choices.ts'
import { StatusShape } from '#web/shared/ui/status-shape.tsx'
import classes from './compose.module.css'
import type { ComposerProps } from './composer.ts'

/** Sets one status. */
export function ComposeStatus({ formId, initial, onDeed }: ComposerProps) {
  const { data } = useQuery(statusesQuery())
  const choices = statusChoices(data?.statuses ?? [])
  const { control, handleSubmit } = useForm({
    defaultValues: { status: initial?.kind === 'set' && typeof initial.value === 'string' ? initial.value : '' },
  })
  const shapeOf = (name: string) => choices.find((choice) => choice.name === name)
  return (
    <form
      id={formId}
      className={classes.form}
      noValidate
      onSubmit={handleSubmit(({ status }) => onDeed({ kind: 'set', field: 'StatusName', value: status }))}
    >
      <Controller
        control={control}
        name="status"
        rules={{ required: 'Choose a status.' }}
        render={({ field: { value, onChange, onBlur, ref }, fieldState }) => (
          <Select
            ref={ref}
            label="Status"
            data-autofocus
            searchable
            allowDeselect={false}
            placeholder="Choose a status"
            nothingFoundMessage="No status is called that"
            data={choices.map(({ name }) => name)}
            renderOption={({ option }) => (
              <span className={classes.option}>
                <StatusShape
                  meaning={shapeOf(option.value)?.meaning ?? null}
                  color={shapeOf(option.value)?.color ?? null}
                />
                {option.label}
              </span>
            )}
            value={value || null}
            onChange={(next) => onChange(next ?? '')}
            onBlur={onBlur}
            error={fieldState.error?.message}
          />
        )}
      />
    </form>
  )
}
