import * as texts from '@goalkeeper/texts/changes-set'
import * as common from '@goalkeeper/texts/common'
import type { ChangeSet } from '@goalkeeper/contract/changes'
import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { asApiError } from '#web/shared/api/api-error.ts'
import { ConfirmDeed } from '#web/shared/ui/confirm-deed.tsx'
import { useDeleteChangeSet, useRunChangeSet, useSaveChangeSet } from './change-queries.ts'
import { instantOf, isTyped, runForm, typedFrom, type RunForm } from './run-form.ts'
import sideClasses from '#web/shared/ui/side.module.css'
import classes from './side.module.css'

/** How many are run first, to look at them before the rest. */
const firstFew = 5

type Props = {
  set: ChangeSet
  /** Why the person may not do any of this; null when they may. */
  reason: string | null
  /** Why nothing can be sent now, for that reason or another. */
  runReason: string | null
  onDeleted: () => void
}

const schema = runForm(() => Date.now())

/** Beside a draft: why it is done, when it starts, and the deeds that let it run. */
export function DraftSide({ set, reason, runReason, onDeleted }: Props) {
  const { id, counts } = set
  const size = counts.willChange
  const save = useSaveChangeSet(id)
  const run = useRunChangeSet(id)
  const remove = useDeleteChangeSet(id, onDeleted)
  const { register, control, handleSubmit, formState, getValues, trigger } = useForm<RunForm>({
    resolver: zodResolver(schema),
    values: { reason: set.reason, stopAfter: String(set.stopAfter), start: 'now', at: '', typed: '' },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors } = formState
  const [start, typed] = useWatch({ control, name: ['start', 'typed'] })
  const none = size === 0 ? texts.nothingOfItWouldBeSent : null
  const lock = (missing: string | null) => {
    const why = runReason ?? none ?? missing
    return { disabled: why !== null || run.isPending, title: why ?? undefined }
  }
  const untyped = isTyped(typed, size) ? null : texts.typeFirst(size)

  /** What has been typed and differs from what the server has. */
  const unsaved = () => {
    const { reason: why, stopAfter } = getValues()
    return {
      ...(why.trim() !== set.reason && { reason: why.trim() }),
      ...(Number(stopAfter) !== set.stopAfter && { stopAfter: Number(stopAfter) }),
    }
  }
  const saveNow = async (field: 'reason' | 'stopAfter') => {
    if (reason !== null || !(await trigger(field))) return
    const body = unsaved()
    if (Object.keys(body).length > 0) save.mutate(body)
  }
  const runWith = (first?: number) =>
    handleSubmit(async (form) => {
      const body = unsaved()
      const startAt = form.start === 'at' ? instantOf(form.at) : null
      try {
        if (Object.keys(body).length > 0) await save.mutateAsync(body)
      } catch {
        // It is told beneath what was not saved; nothing is run without it.
        return
      }
      run.mutate({ expected: size, ...(first !== undefined && { first }), ...(startAt !== null && { startAt }) })
    })()

  return (
    <form
      className={sideClasses.side}
      aria-label={texts.run}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (runReason === null && none === null && untyped === null && !run.isPending) void runWith()
      }}
    >
      <Textarea
        label={texts.reason}
        description={texts.standsBesideItInActivity}
        autosize
        minRows={2}
        maxRows={6}
        disabled={reason !== null}
        error={errors.reason?.message}
        {...register('reason', { onBlur: () => void saveNow('reason') })}
      />
      <Controller
        control={control}
        name="start"
        render={({ field: { value, onChange } }) => (
          <Radio.Group label={texts.start} value={value} onChange={onChange}>
            <div className={classes.choices}>
              <Radio size="xs" value="now" label={texts.atOnce} disabled={reason !== null} />
              <Radio size="xs" value="at" label={texts.atATime} disabled={reason !== null} />
            </div>
          </Radio.Group>
        )}
      />
      {start === 'at' && (
        <TextInput
          type="datetime-local"
          label={texts.time}
          description={texts.itStartsByItselfAlsoWith}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={reason !== null}
          error={errors.at?.message}
          {...register('at')}
        />
      )}
      <TextInput
        label={texts.stopAfterEqualRefusals}
        description={texts.inARowThenItPauses}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        disabled={reason !== null}
        error={errors.stopAfter?.message}
        {...register('stopAfter', { onBlur: () => void saveNow('stopAfter') })}
      />
      <p role="status" className={classes.saved}>
        {save.isPending ? texts.saving : save.isSuccess ? common.saved : ''}
      </p>
      {save.error && (
        <p role="alert" className={sideClasses.problem}>
          {texts.notSaved(asApiError(save.error).detail)}
        </p>
      )}
      <div className={sideClasses.deeds}>
        {size > firstFew && (
          <Button
            variant="default"
            {...lock(start === 'at' ? texts.thisCanOnlyBeDoneAt : null)}
            onClick={() => void runWith(firstFew)}
          >
            {texts.runFirst(firstFew)}
          </Button>
        )}
        {size > typedFrom && (
          <TextInput
            label={texts.typeToRunThemAll(size)}
            inputMode="numeric"
            autoComplete="off"
            disabled={reason !== null}
            {...register('typed')}
          />
        )}
        <Button type="submit" loading={run.isPending} {...lock(untyped)}>
          {start === 'at' ? texts.schedule(size) : texts.runOf(size)}
        </Button>
        {run.error && (
          <p role="alert" className={sideClasses.problem}>
            {asApiError(run.error).detail}
          </p>
        )}
        {(runReason ?? none) && <p className={sideClasses.hint}>{runReason ?? none}</p>}
        {reason === null && counts.problems > 0 && size > 0 && (
          <p className={sideClasses.hint}>{texts.withAProblemNotSent(counts.problems)}</p>
        )}
      </div>
      <div className={sideClasses.away}>
        {reason === null && (
          <ConfirmDeed
            label={texts.deleteThisDraft}
            title={texts.deleteThisDraftAsked}
            deed={texts.deleteThisDraft}
            mutation={remove}
          >
            {texts.theSelectionOfGoalsAndWhat(counts.goals)}
          </ConfirmDeed>
        )}
      </div>
    </form>
  )
}
