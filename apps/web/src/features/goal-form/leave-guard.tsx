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
    <Modal opened onClose={blocker.reset} title="Leave without saving?" withCloseButton={false}>
      <p className={classes.words}>What you typed is kept in this browser and comes back when you edit again.</p>
      <div className={classes.deeds}>
        <Button data-autofocus onClick={blocker.reset}>
          Stay
        </Button>
        <Button variant="default" onClick={blocker.proceed}>
          Leave, keep the draft
        </Button>
        <Button
          variant="subtle"
          color="red"
          onClick={() => {
            onDiscard()
            blocker.proceed()
          }}
        >
          Discard
        </Button>
      </div>
    </Modal>
  )
}
