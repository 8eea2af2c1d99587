import { mostFrozen } from '@goalkeeper/contract/views'
import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { CopyButton } from '#web/shared/ui/copy-button.tsx'
import { counted, grouped } from '#web/shared/ui/counted.ts'
import { MyLinks } from './my-links.tsx'
import classes from './share-dialog.module.css'
import type { ShownState } from './shown-base.ts'
import { useCreateLink } from './view-queries.ts'

type Props = { shown: ShownState; addressOf: (id: string) => string; onClose: () => void }

/** A short link to the list as it is: live, or frozen. */
export function ShareDialog({ shown, addressOf, onClose }: Props) {
  const { state, filter, search, today, total } = shown
  const [kind, setKind] = useState('live')
  const create = useCreateLink()
  const tooMany = total !== null && total > mostFrozen
  const make = () => create.mutate({ state, frozen: kind === 'frozen' ? { filter, search, today } : null })
  const choose = (next: string) => {
    setKind(next)
    create.reset()
  }
  const made = create.data && addressOf(create.data.id)
  return (
    <Modal opened onClose={onClose} title="Share this list" size={560} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={classes.form}>
        <Radio.Group aria-label="Kind of link" value={kind} onChange={choose}>
          <div className={classes.kinds}>
            <Radio
              size="xs"
              value="live"
              data-autofocus
              label="Live"
              description="Whatever matches when it is opened. “Me” in the filter is whoever looks."
            />
            <Radio
              size="xs"
              value="frozen"
              label={total === null ? 'Frozen' : `Frozen: ${counted(total, 'goal')}`}
              disabled={tooMany}
              description={
                tooMany
                  ? `A frozen link holds at most ${grouped(mostFrozen)} goals: narrow the filter.`
                  : 'Exactly the goals that match now, as they will be then. How many of them still match is told beside it.'
              }
            />
          </div>
        </Radio.Group>
        {create.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(create.error).detail}
          </p>
        )}
        {made === undefined ? (
          <div className={classes.deeds}>
            <Button loading={create.isPending} onClick={make}>
              Make link
            </Button>
          </div>
        ) : (
          <div className={classes.made}>
            <TextInput
              aria-label="Link"
              readOnly
              value={made}
              className={classes.link}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton text={() => made} done="Link copied">
              Copy link
            </CopyButton>
          </div>
        )}
        <p className={classes.hint}>
          It carries filter, order and columns. Whoever opens it sees of these goals what they may see, and keeps their
          own columns elsewhere.
        </p>
        <MyLinks addressOf={addressOf} />
      </div>
    </Modal>
  )
}
