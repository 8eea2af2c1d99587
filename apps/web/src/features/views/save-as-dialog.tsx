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
    <Modal opened onClose={onClose} title="Save as a view" size={480} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label="Name"
          data-autofocus
          maxLength={100}
          error={formState.errors.name?.message ?? taken}
          {...register('name', { validate: (name) => name.trim() !== '' || 'Give it a name.' })}
        />
        <Checkbox
          label="Share it with everyone"
          description={reason ?? 'Everyone can open it; you and admins can change it.'}
          disabled={reason !== null}
          {...register('shared')}
        />
        <Checkbox label="Pin it as a tab above my list" {...register('isPinned')} />
        <Checkbox label="Open my list with it" {...register('isFirst')} />
        {other !== null && (
          <p role="alert" className={classes.problem}>
            {other}
          </p>
        )}
        <div className={classes.deeds}>
          <Button type="submit" loading={create.isPending}>
            Save view
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  )
}
