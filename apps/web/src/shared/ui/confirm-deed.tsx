import * as common from '@goalkeeper/texts/common'
import { Button, Modal } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import classes from './confirm-deed.module.css'

type Props = {
  /** On the button. */
  label: string
  /** What the button is called where several look alike. */
  name?: string
  title: string
  /** What will happen. */
  children: ReactNode
  /** On the button that does it. */
  deed: string
  mutation: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'isPending' | 'error' | 'reset'>
}

/** A button for what cannot be taken back: it says first what will happen. */
export function ConfirmDeed({ label, name, title, children, deed, mutation }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        aria-label={name}
        onClick={() => {
          mutation.reset()
          setOpen(true)
        }}
      >
        {label}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={title} withCloseButton={false}>
        <p className={classes.words}>{children}</p>
        {mutation.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(mutation.error).detail}
          </p>
        )}
        <div className={classes.deeds}>
          <Button
            color="red"
            loading={mutation.isPending}
            onClick={() => mutation.mutate(undefined, { onSuccess: () => setOpen(false) })}
          >
            {deed}
          </Button>
          <Button variant="default" data-autofocus onClick={() => setOpen(false)}>
            {common.leaveIt}
          </Button>
        </div>
      </Modal>
    </>
  )
}
