import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/changes-compose'
import { Radio, TextInput } from '@mantine/core'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { DayField } from '#web/shared/form/day-field.tsx'
import { shortDate } from '#web/shared/time/calendar-date.ts'
import { parseDay } from '#web/shared/time/parse-day.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { canClear, cannotClear } from '#web/shared/writes/update-body.ts'
import { useClearBy } from '#web/shared/writes/use-clear-by.ts'
import classes from './compose.module.css'
import type { ComposerProps } from './composer.ts'

const mostDays = 3_660
const isDays = (text: string) =>
  /^[+\-−]?\d{1,4}$/.test(text.trim()) && daysOf(text) !== 0 && Math.abs(daysOf(text)) <= mostDays
const daysOf = (text: string) => Number(text.trim().replace('−', '-'))

/** Sets one due date, moves each by days, or empties it. */
export function ComposeDue({ formId, initial, onDeed }: ComposerProps) {
  const today = useToday()
  const mayClear = canClear('DueDate', useClearBy())
  const set = initial?.kind === 'set' ? initial : null
  const { control, register, handleSubmit, formState, setValue } = useForm({
    defaultValues: {
      how: initial?.kind === 'move-due' ? 'move' : set?.value === null ? 'empty' : 'set',
      day: typeof set?.value === 'string' ? shortDate(set.value, today) : '',
      days: initial?.kind === 'move-due' ? String(initial.days) : '',
    },
  })
  const how = useWatch({ control, name: 'how' })
  const submit = handleSubmit(({ how: chosen, day, days }) => {
    const typed = parseDay(day, today)
    if (chosen === 'move') onDeed({ kind: 'move-due', days: daysOf(days) })
    else if (chosen === 'empty') onDeed({ kind: 'set', field: 'DueDate', value: null })
    else if (typed.kind === 'day') onDeed({ kind: 'set', field: 'DueDate', value: typed.day })
  })
  return (
    <form id={formId} className={classes.form} noValidate onSubmit={submit}>
      <Controller
        control={control}
        name="how"
        render={({ field: { value, onChange } }) => (
          <Radio.Group label={common.dueDate} value={value} onChange={onChange}>
            <div className={classes.choices}>
              <Radio size="xs" value="set" label={texts.setOneDayForAll} data-autofocus />
              <Radio size="xs" value="move" label={texts.moveEachByDays} />
              <Radio
                size="xs"
                value="empty"
                label={texts.emptyIt}
                disabled={!mayClear}
                {...(!mayClear && { description: cannotClear })}
              />
            </div>
          </Radio.Group>
        )}
      />
      {how === 'set' && (
        <Controller
          control={control}
          name="day"
          rules={{ validate: (text) => parseDay(text, today).kind === 'day' || texts.giveADay }}
          render={({ field: { value, onChange, onBlur, ref }, fieldState }) => (
            <DayField
              label={texts.day}
              text={value}
              onChange={onChange}
              onBlur={onBlur}
              inputRef={ref}
              error={fieldState.error?.message}
              disabled={false}
              withAsterisk={false}
            />
          )}
        />
      )}
      {how === 'move' && (
        <>
          <TextInput
            label={texts.days}
            inputMode="numeric"
            autoComplete="off"
            placeholder={texts.daysExample}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={texts.calendarDaysAGoalWithoutA}
            error={formState.errors.days?.message}
            {...register('days', {
              validate: (text, { how: chosen }) =>
                chosen !== 'move' || isDays(text) || texts.aWholeNumberOfDaysAt(mostDays),
            })}
          />
          <div className={classes.quick}>
            {[-7, 7, 14, 30, 90].map((days) => (
              <button
                key={days}
                type="button"
                className={classes.suggestion}
                onClick={() => setValue('days', String(days), { shouldDirty: true, shouldValidate: true })}
              >
                {days > 0 ? `+${days}` : `−${-days}`}
              </button>
            ))}
          </div>
        </>
      )}
    </form>
  )
}
