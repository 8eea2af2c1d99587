import * as texts from '@goalkeeper/texts/views-dialogs'
import * as common from '@goalkeeper/texts/common'
import { Filled } from '#web/shared/ui/filled.tsx'
import { viewSchema, type ListState, type View } from '@goalkeeper/contract/views'
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { Ago } from '#web/shared/ui/ago.tsx'
import classes from './view-form.module.css'
import { useSaveView } from './view-queries.ts'

type Props = {
  view: View
  error: Error
  state: ListState
  onSaved: () => void
  onSaveAs: () => void
  onClose: () => void
}

/** Why a view was not saved; where somebody else changed it meanwhile, a choice between theirs and ours. */
export function NotSavedDialog({ view, error: first, state, onSaved, onSaveAs, onClose }: Props) {
  const save = useSaveView()
  const [error, setError] = useState(first)
  const { code, detail, problem } = asApiError(error)
  const theirs = code === 'changed-elsewhere' ? (viewSchema.safeParse(problem?.current).data ?? null) : null
  const again = () => save.mutate({ view: theirs ?? view, state }, { onSuccess: onSaved, onError: setError })
  return (
    <Modal opened onClose={onClose} title={texts.wasNotSaved(view.name)} size={520} withCloseButton={false}>
      <p className={classes.words}>
        {theirs ? (
          <>
            <Filled
              text={texts.changedThisViewAfterYouHad}
              changedBy={theirs.changedBy}
              when={<Ago instant={theirs.changedAt} />}
            />
          </>
        ) : (
          detail
        )}
      </p>
      <div className={classes.deeds}>
        <Button data-autofocus onClick={onSaveAs}>
          {texts.saveMineAsAnotherView}
        </Button>
        <Button variant="default" loading={save.isPending} onClick={again}>
          {theirs ? texts.saveOverTheirs : common.tryAgain}
        </Button>
        <Button variant="default" onClick={onClose}>
          {texts.notNow}
        </Button>
      </div>
    </Modal>
  )
}
