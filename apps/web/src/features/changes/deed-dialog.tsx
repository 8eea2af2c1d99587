import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/changes-compose'
import type { Deed } from '@goalkeeper/contract/changes'
import { Button, Modal } from '@mantine/core'
import { useId, type ComponentType } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { ComposeDue } from './compose-due.tsx'
import { ComposeLinks } from './compose-links.tsx'
import { ComposeMore } from './compose-more.tsx'
import { ComposeStatus } from './compose-status.tsx'
import classes from './compose.module.css'
import type { ComposerKind, ComposerProps } from './composer.ts'

type Props = {
  kind: ComposerKind
  title: string
  /** On the button. */
  deedLabel: string
  initial: Deed | null
  mutation: { isPending: boolean; error: Error | null }
  onDeed: (deed: Deed) => void
  onClose: () => void
}

const composers: Record<ComposerKind, ComponentType<ComposerProps>> = {
  status: ComposeStatus,
  due: ComposeDue,
  link: ComposeLinks,
  more: ComposeMore,
}

/** Asks what is to be done to every goal. Nothing is sent by it. */
export function DeedDialog({ kind, title, deedLabel, initial, mutation, onDeed, onClose }: Props) {
  const formId = useId()
  const Composer = composers[kind]
  return (
    <Modal opened onClose={onClose} title={title} size={480} closeButtonProps={{ 'aria-label': common.close }}>
      <div className={classes.dialog}>
        <Composer formId={formId} initial={initial} onDeed={onDeed} />
        {mutation.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(mutation.error).detail}
          </p>
        )}
        <div className={classes.deeds}>
          <Button type="submit" form={formId} loading={mutation.isPending}>
            {deedLabel}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <span className={classes.hint}>{texts.nothingIsSentYet}</span>
        </div>
      </div>
    </Modal>
  )
}
