import * as texts from '@goalkeeper/texts/goal-form'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { statusQuery } from '#web/shared/api/status-query.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { useWritesReason } from '#web/shared/writes/use-writes-reason.ts'
import { FieldEditor } from '#web/shared/form/field-editor.tsx'
import { entityWords } from '#web/shared/names/entity-words.ts'
import classes from './goal-form.module.css'
import { draftName } from './kept-draft.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { missing, type Place } from './new-goal.ts'
import { wrongParentWords } from './parent-choice.ts'
import { ParentFields, PlaceExtras } from './place-fields.tsx'
import { UnknownCreate } from './unknown-create.tsx'
import { useCreateGoal } from './use-create-goal.ts'
import { WriteBand } from './write-band.tsx'

type Props = {
  fields: Field[]
  statuses: Status[]
  /** The company that the page was about. */
  company: Place['company']
  onCreated: (gsid: string) => void
  /** Comes back to this form from anywhere. */
  onReopen: () => void
  onClose: () => void
}

/** A new goal, its parent and its associations, in one call. */
export function CreateGoal({ fields, statuses, company, onCreated, onReopen, onClose }: Props) {
  const { data: fingerprint } = useSuspenseQuery({ ...statusQuery(), select: (status) => status.fingerprint })
  const reason = useWritesReason()
  const [showsMore, setShowsMore] = useState(false)
  const name = draftName(fingerprint, texts.newOne(company?.gsid ?? ''))
  const making = useCreateGoal({ fields, statuses, company, draftName: name, onCreated, onReopen })
  const { place, writeId, misplaced } = making
  const isSaving = writeId !== null
  const lack = missing(place, entityWords)
  const isDisabled = isSaving || reason !== null || misplaced !== null
  const isFirst = ({ group, required }: Field) => group !== 'custom' || required
  const custom = making.fields.filter((field) => !isFirst(field))
  const editor = (field: Field) => (
    <div
      key={field.name}
      className={classes.field}
      data-wide={field.type === 'html' || field.name === 'Name' || undefined}
    >
      <FieldEditor
        field={field}
        control={making.form.control}
        statuses={statuses}
        original={making.base[field.name] ?? ''}
        currency={null}
        isDisabled={isDisabled}
      />
    </div>
  )

  return (
    <form
      className={classes.form}
      aria-labelledby="form-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        making.create()
      }}
    >
      <LeaveGuard
        hasUnsaved={making.hasUnsaved}
        staysAt={({ pathname }) => pathname.endsWith('/goals/new')}
        onDiscard={making.forget}
      />
      <header className={classes.header}>
        <h1 id="form-title" className={classes.title}>
          {common.newGoal}
        </h1>
        <p className={classes.about}>{texts.aGoalCannotBeDeletedFrom}</p>
      </header>
      {making.problem && (
        <Band
          tone="red"
          action={
            making.canLookUp && (
              <Button variant="default" onClick={making.createByLookup}>
                {texts.tryWithALookup}
              </Button>
            )
          }
        >
          {texts.notCreated(making.problem)}
        </Band>
      )}
      {misplaced && (
        <Band tone="red" action={<Button onClick={() => onCreated(misplaced.gsid)}>{common.openTheGoal}</Button>}>
          {texts.theGoal(wrongParentWords(place.entityType, misplaced.wrongParent))}
        </Band>
      )}
      {isSaving &&
        (making.isUnknown ? (
          <UnknownCreate id={writeId} />
        ) : (
          <WriteBand id={writeId} isUnknown={false} unknownWords="" />
        ))}
      <div className={classes.body}>
        <ParentFields place={place} onChange={making.setPlace} isDisabled={isDisabled} />
        {making.fields.filter(isFirst).map(editor)}
        <PlaceExtras place={place} onChange={making.setPlace} isDisabled={isDisabled} />
        {custom.length > 0 && (
          <button
            type="button"
            className={classes.more}
            aria-expanded={showsMore}
            onClick={() => setShowsMore(!showsMore)}
          >
            {showsMore ? texts.hideOtherFields : texts.otherFields(custom.length)}
          </button>
        )}
        {showsMore && custom.map(editor)}
      </div>
      <footer className={classes.footer}>
        <Button
          type="submit"
          disabled={isDisabled || lack !== null}
          loading={isSaving && !making.isUnknown}
          title={reason ?? lack ?? undefined}
        >
          {texts.create1Goal}
        </Button>
        <Button variant="default" onClick={onClose}>
          {isSaving ? common.close : common.cancel}
        </Button>
        <span className={classes.hint}>{reason ?? lack}</span>
      </footer>
    </form>
  )
}
