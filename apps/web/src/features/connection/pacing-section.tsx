import * as texts from '@goalkeeper/texts/connection'
import * as common from '@goalkeeper/texts/common'
import type { Budget } from '@goalkeeper/contract/status'
import type { Pacing } from '@goalkeeper/contract/connection'
import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useForm, useWatch, type FieldPath } from 'react-hook-form'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useSaveSettings } from './connection-queries.ts'
import classes from './connection.module.css'
import { pacingForm, pacingFormOf, pacingOf, type PacingForm } from './pacing-form.ts'
import { pacingWords, quietWords } from './pacing-words.ts'
import { Section } from './section.tsx'
import { useConnectionLock } from './use-connection-lock.ts'

const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** How the tenant's calls are divided, and when Goalkeeper leaves them to others. Each number is told in calls. */
export function PacingSection({ pacing, budget }: { pacing: Pacing; budget: Budget }) {
  const save = useSaveSettings()
  const { lock, reason } = useConnectionLock()
  const { register, handleSubmit, formState, reset, control, setError } = useForm({
    resolver: zodResolver(pacingForm),
    values: pacingFormOf(pacing, ownZone),
    resetOptions: { keepDirtyValues: true },
  })
  const form = useWatch({ control })
  const typed = { ...pacingFormOf(pacing, ownZone), ...form }
  const words = pacingWords(typed, budget)
  const { errors } = formState
  const submit = handleSubmit((given) =>
    save.mutate(
      { pacing: pacingOf(given) },
      {
        onSuccess: ({ pacing: saved }) => reset(pacingFormOf(saved, ownZone)),
        onError: (error) => {
          for (const [path, message] of Object.entries(asApiError(error).fields)) {
            const field = path.split('.').at(-1)
            if (isField(field)) setError(field, { message })
          }
        },
      },
    ),
  )
  const number = (name: 'share' | 'reserve' | 'scripts', label: string) => (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      maxLength={3}
      rightSection="%"
      label={label}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={words[name]}
      error={errors[name]?.message}
      placeholder={name === 'share' ? String(budget.usualShare) : undefined}
      {...register(name)}
    />
  )
  return (
    <Section id="calls" title={texts.shareOfCalls} about={texts.everythingThatUsesThisKey}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <fieldset className={classes.fields} disabled={reason !== null}>
          <div className={classes.thirds}>
            {number('share', texts.shareOfGoalkeeper)}
            {number('reserve', texts.reserveForPeople)}
            {number('scripts', texts.shareOfScripts)}
          </div>
          <Checkbox
            label={texts.quietHours}
            description={texts.goalkeeperThenReadsNothingOn}
            {...register('isQuiet')}
          />
          {typed.isQuiet && (
            <div className={classes.row}>
              <TextInput type="time" label={common.from} error={errors.from?.message} {...register('from')} />
              <TextInput type="time" label={common.to} error={errors.to?.message} {...register('to')} />
              <NativeSelect
                label={texts.timeZone}
                data={zonesWith(typed.timeZone)}
                error={errors.timeZone?.message}
                {...register('timeZone')}
              />
              <p className={classes.explanation}>{quietWords(typed)}</p>
            </div>
          )}
        </fieldset>
        <div className={classes.foot}>
          <Button type="submit" loading={save.isPending} disabled={!formState.isDirty} {...lock}>
            {texts.saveShareOfCalls}
          </Button>
          {reason && <span className={classes.saved}>{reason}</span>}
          {save.error && (
            <span role="alert" className={classes.problem}>
              {asApiError(save.error).detail}
            </span>
          )}
          {save.isSuccess && !formState.isDirty && (
            <span role="status" className={classes.saved}>
              {common.saved}
            </span>
          )}
        </div>
      </form>
    </Section>
  )
}

const isField = (name: string | undefined): name is FieldPath<PacingForm> =>
  name !== undefined && Object.hasOwn(pacingForm.shape, name)

/** Every zone, the person's own first, and the one that is set even if this browser knows it by another name. */
const zonesWith = (set: string) => [...new Set([ownZone, set, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
