import * as texts from '@goalkeeper/texts/changes-compose'
import * as common from '@goalkeeper/texts/common'
import { Radio } from '@mantine/core'
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
        rules={{ required: texts.chooseAStatus }}
        render={({ field: { value, onChange }, fieldState }) => (
          <Radio.Group
            label={common.status}
            value={value || null}
            onChange={onChange}
            error={fieldState.error?.message}
          >
            <div className={classes.choices}>
              {choices.map(({ name, meaning, color }, place) => (
                <Radio
                  key={name}
                  size="xs"
                  value={name}
                  {...(place === 0 && { 'data-autofocus': true })}
                  label={
                    <span className={classes.option}>
                      <StatusShape meaning={meaning} color={color} />
                      {name}
                    </span>
                  }
                />
              ))}
            </div>
          </Radio.Group>
        )}
      />
    </form>
  )
}
