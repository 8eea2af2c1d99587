import * as texts from '@goalkeeper/texts/views-links'
import * as common from '@goalkeeper/texts/common'
import { mostFrozen } from '@goalkeeper/contract/views'
import { Button, Modal, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { CopyButton } from '#web/shared/ui/copy-button.tsx'
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
    <Modal
      opened
      onClose={onClose}
      title={texts.shareThisList}
      size={560}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={classes.form}>
        <Radio.Group aria-label={texts.kindOfLink} value={kind} onChange={choose}>
          <div className={classes.kinds}>
            <Radio
              size="xs"
              value="live"
              data-autofocus
              label={texts.liveTitle}
              description={texts.whateverMatchesWhenItIsOpened}
            />
            <Radio
              size="xs"
              value="frozen"
              label={total === null ? texts.frozenTitle : texts.frozenOf(total)}
              disabled={tooMany}
              description={tooMany ? texts.aFrozenLinkHoldsAtMost(mostFrozen) : texts.exactlyTheGoalsThatMatchNow}
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
              {texts.makeLink}
            </Button>
          </div>
        ) : (
          <div className={classes.made}>
            <TextInput
              aria-label={common.link}
              readOnly
              value={made}
              className={classes.link}
              onFocus={(event) => event.currentTarget.select()}
            />
            <CopyButton text={() => made} done={common.linkCopied}>
              {common.copyLink}
            </CopyButton>
          </div>
        )}
        <p className={classes.hint}>{texts.itCarriesFilterOrderAndColumns}</p>
        <MyLinks addressOf={addressOf} />
      </div>
    </Modal>
  )
}
