import * as texts from '@goalkeeper/texts/goal-form'
import * as common from '@goalkeeper/texts/common'
import { Button, Modal } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import classes from './goal-form.module.css'

type Props = {
  /** Whether there is anything to lose at this moment. */
  hasUnsaved: () => boolean
  /** Whether an address still shows this form. */
  staysAt: (address: { pathname: string; search: unknown }) => boolean
  onDiscard: () => void
}

/** Asks before someone leaves a form with unsaved input, whichever way they go. What they typed is kept in this browser unless they discard it. */
export function LeaveGuard({ hasUnsaved, staysAt, onDiscard }: Props) {
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => hasUnsaved() && !staysAt(next),
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Modal opened onClose={blocker.reset} title={texts.leaveWithoutSaving} withCloseButton={false}>
      <p className={classes.words}>{texts.whatYouTypedIsKeptIn}</p>
      <div className={classes.deeds}>
        <Button data-autofocus onClick={blocker.reset}>
          {texts.stay}
        </Button>
        <Button variant="default" onClick={blocker.proceed}>
          {texts.leaveKeepTheDraft}
        </Button>
        <Button
          variant="subtle"
          color="red"
          onClick={() => {
            onDiscard()
            blocker.proceed()
          }}
        >
          {common.discard}
        </Button>
      </div>
    </Modal>
  )
}
