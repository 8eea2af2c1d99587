import type { View } from '@goalkeeper/contract/views'
import { Button, Modal, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { asApiError } from '#web/shared/api/api-error.ts'
import { nameProblem } from './name-problem.ts'
import classes from './view-form.module.css'
import { useSaveView } from './view-queries.ts'

type Props = { view: View; onClose: () => void }

/** Gives a view another name. */
export function RenameDialog({ view, onClose }: Props) {
  const save = useSaveView()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: view.name } })
  const submit = handleSubmit(({ name }) => save.mutate({ view, name: name.trim() }, { onSuccess: onClose }))
  const { name: taken, other } = nameProblem(save.error && asApiError(save.error))
  return (
    <Modal opened onClose={onClose} title={`Rename “${view.name}”`} size={480} withCloseButton={false}>
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label="Name"
          data-autofocus
          maxLength={100}
          error={formState.errors.name?.message ?? taken}
          {...register('name', { validate: (name) => name.trim() !== '' || 'Give it a name.' })}
        />
        {view.shared && <p className={classes.hint}>Everyone sees the new name.</p>}
        {other !== null && (
          <p role="alert" className={classes.problem}>
            {other}
          </p>
        )}
        <div className={classes.deeds}>
          <Button type="submit" loading={save.isPending}>
            Rename
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Modal>
  )
}
