import * as texts from '@goalkeeper/texts/people'
import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { Person } from '@goalkeeper/contract/people'
import { filterSentence } from '@goalkeeper/filter/sentence'
import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { filterInAddress } from '#web/shared/access/filter-in-address.ts'
import { asApiError } from '#web/shared/api/api-error.ts'
import classes from './new-token-dialog.module.css'
import { useSavePerson } from './people-queries.ts'

type Props = { person: Person; fields: Field[]; onClose: () => void }

/** Takes a filter from the address of a list, and says in words what it lets somebody see. */
export function ScopeDialog({ person: { id, name }, fields, onClose }: Props) {
  const save = useSavePerson(id)
  const [address, setAddress] = useState('')
  const filter = filterInAddress(address)
  const isWrong = address.trim() !== '' && filter === null
  return (
    <Modal opened onClose={onClose} title={texts.goalsThatSees(name)} size={560} withCloseButton={false}>
      <div className={classes.form}>
        <Textarea
          autosize
          minRows={3}
          maxRows={8}
          data-autofocus
          label={common.addressOfAList}
          description={texts.filterAListUntilItShows}
          placeholder={`${location.origin}/goals?filter=…`}
          value={address}
          error={isWrong ? common.thisIsNoAddressOfA : undefined}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        {filter && (
          <p className={classes.words}>{texts.willSeeTheGoalsWhose(name, filterSentence(filter, { fields }))}</p>
        )}
        {save.error && (
          <p role="alert" className={classes.problem}>
            {asApiError(save.error).detail}
          </p>
        )}
        <div className={classes.deeds}>
          <Button
            disabled={filter === null}
            loading={save.isPending}
            onClick={() => save.mutate({ scope: filter }, { onSuccess: onClose })}
          >
            {texts.letThemSeeThese}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.leaveIt}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
