import type { FilterTree } from '@goalkeeper/filter/tree'
import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import classes from '#web/shared/ui/dialog-form.module.css'
import { useCreateReview } from './review-queries.ts'

type Props = {
  goals: { filter: FilterTree | null; search: string }
  onMade: (id: string) => void
  onClose: () => void
}

/** Asks for a name, and where notes are to live. */
export function NewReview({ goals: { filter, search }, onMade, onClose }: Props) {
  const today = useToday()
  const create = useCreateReview()
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { name: `Review, ${today}`, notesToDescription: false },
  })
  const submit = handleSubmit((values) =>
    create.mutate({ ...values, filter, search, today }, { onSuccess: ({ id }) => onMade(id) }),
  )
  return (
    <Modal opened onClose={onClose} title="Review these goals" size={480} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} noValidate onSubmit={submit}>
        <p className={classes.hint}>
          One goal at a time, by CSM and company. Others can join; nobody meets on the same goal.
        </p>
        <TextInput
          label="Name"
          data-autofocus
          maxLength={200}
          error={formState.errors.name?.message}
          {...register('name', { validate: (name) => name.trim() !== '' || 'Give it a name.' })}
        />
        <Checkbox
          label="Add notes to the goals’ descriptions"
          description="When the decisions are sent. Otherwise notes stay in Goalkeeper."
          {...register('notesToDescription')}
        />
        {create.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(create.error).detail}
          </p>
        )}
        <div className={classes.deeds}>
          <Button type="submit" loading={create.isPending}>
            Begin
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <span className={classes.hint}>Nothing is sent by it.</span>
        </div>
      </form>
    </Modal>
  )
}
