import * as texts from '@goalkeeper/texts/views-dialogs'
import * as common from '@goalkeeper/texts/common'
import type { ListState } from '@goalkeeper/contract/views'
import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { asApiError } from '#web/shared/api/api-error.ts'
import { useMay } from '#web/shared/api/use-may.ts'
import { nameProblem } from './name-problem.ts'
import classes from './view-form.module.css'
import { useCreateView } from './view-queries.ts'

type Props = { state: ListState; onSaved: (id: string) => void; onClose: () => void }

/** Makes the list as it is into a view. */
export function SaveAsDialog({ state, onSaved, onClose }: Props) {
  const create = useCreateView()
  const reason = useMay('share')
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { name: '', shared: false, isPinned: true, isFirst: false },
  })
  const submit = handleSubmit((values) =>
    create.mutate({ ...values, name: values.name.trim(), state }, { onSuccess: ({ id }) => onSaved(id) }),
  )
  const { name: taken, other } = nameProblem(create.error && asApiError(create.error))
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.saveAsAView}
      size={480}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label={common.name}
          data-autofocus
          maxLength={100}
          error={formState.errors.name?.message ?? taken}
          {...register('name', { validate: (name) => name.trim() !== '' || common.giveItAName })}
        />
        <Checkbox
          label={texts.shareItWithEveryone}
          description={reason ?? texts.everyoneCanOpenItYouAnd}
          disabled={reason !== null}
          {...register('shared')}
        />
        <Checkbox label={texts.pinItAsATabAbove} {...register('isPinned')} />
        <Checkbox label={texts.openMyListWithIt} {...register('isFirst')} />
        {other !== null && (
          <p role="alert" className={classes.problem}>
            {other}
          </p>
        )}
        <div className={classes.deeds}>
          <Button type="submit" loading={create.isPending}>
            {texts.saveView}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
