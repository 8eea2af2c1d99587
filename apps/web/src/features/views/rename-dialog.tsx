import * as texts from '@goalkeeper/texts/views-dialogs'
import * as common from '@goalkeeper/texts/common'
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
    <Modal opened onClose={onClose} title={texts.rename(view.name)} size={480} withCloseButton={false}>
      <form className={classes.form} noValidate onSubmit={submit}>
        <TextInput
          label={common.name}
          data-autofocus
          maxLength={100}
          error={formState.errors.name?.message ?? taken}
          {...register('name', { validate: (name) => name.trim() !== '' || common.giveItAName })}
        />
        {view.shared && <p className={classes.hint}>{texts.everyoneSeesTheNewName}</p>}
        {other !== null && (
          <p role="alert" className={classes.problem}>
            {other}
          </p>
        )}
        <div className={classes.deeds}>
          <Button type="submit" loading={save.isPending}>
            {common.rename}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
