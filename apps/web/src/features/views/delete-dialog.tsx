import * as texts from '@goalkeeper/texts/views-dialogs'
import * as common from '@goalkeeper/texts/common'
import type { View } from '@goalkeeper/contract/views'
import { Button, Modal } from '@mantine/core'
import { asApiError } from '#web/shared/api/api-error.ts'
import classes from './view-form.module.css'
import { useDeleteView } from './view-queries.ts'

type Props = { view: View; onDeleted: () => void; onClose: () => void }

/** Says who loses a view before it is gone. */
export function DeleteDialog({ view, onDeleted, onClose }: Props) {
  const remove = useDeleteView()
  return (
    <Modal opened onClose={onClose} title={texts.deleteIt(view.name)} size={480} withCloseButton={false}>
      <p className={classes.words}>{texts.noGoalIsChangedByIt(view.shared)}</p>
      {remove.error && (
        <p role="alert" className={classes.problem}>
          {asApiError(remove.error).detail}
        </p>
      )}
      <div className={classes.deeds}>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(view.id, { onSuccess: onDeleted })}>
          {texts.deleteView}
        </Button>
        <Button variant="default" data-autofocus onClick={onClose}>
          {common.leaveIt}
        </Button>
      </div>
    </Modal>
  )
}
