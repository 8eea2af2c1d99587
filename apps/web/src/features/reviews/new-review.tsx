import * as texts from '@goalkeeper/texts/reviews-new'
import * as common from '@goalkeeper/texts/common'
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
    <Modal
      opened
      onClose={onClose}
      title={texts.reviewTheseGoals}
      size={480}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form className={classes.form} noValidate onSubmit={submit}>
        <p className={classes.hint}>{texts.oneGoalAtATimeBy}</p>
        <TextInput
          label={common.name}
          data-autofocus
          maxLength={200}
          error={formState.errors.name?.message}
          {...register('name', { validate: (name) => name.trim() !== '' || common.giveItAName })}
        />
        <Checkbox
          label={texts.addNotesToTheGoalsDescriptions}
          description={texts.whenTheDecisionsAreSent}
          {...register('notesToDescription')}
        />
        {create.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(create.error).detail}
          </p>
        )}
        <div className={classes.deeds}>
          <Button type="submit" loading={create.isPending}>
            {texts.begin}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <span className={classes.hint}>{texts.nothingIsSentByIt}</span>
        </div>
      </form>
    </Modal>
  )
}
