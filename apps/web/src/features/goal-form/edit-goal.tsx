import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goal-form'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { GoalEdit } from '@goalkeeper/gainsight/goal-update'
import { Button } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { goalDetailQuery } from '#web/shared/api/goal-detail-query.ts'
import { statusQuery } from '#web/shared/api/status-query.ts'
import { ConflictChoice } from '#web/shared/form/conflict-choice.tsx'
import { duration } from '#web/shared/time/relative-words.ts'
import { useNowRoughly } from '#web/shared/time/use-clock.ts'
import { Band } from '#web/shared/ui/band.tsx'
import { useWritesReason } from '#web/shared/writes/use-writes-reason.ts'
import { FieldEditor } from '#web/shared/form/field-editor.tsx'
import classes from './goal-form.module.css'
import { draftName } from './kept-draft.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { useEditGoal } from './use-edit-goal.ts'
import { WriteBand } from './write-band.tsx'

type Props = {
  gsid: string
  fields: Field[]
  statuses: Status[]
  staysAt: (address: { pathname: string; search: unknown }) => boolean
  onDone: () => void
  /** Comes back to this form from anywhere. */
  onReopen: () => void
  onShowRequest: (record: GoalEdit) => void
}

/** So many are drawn at once; those below the edge come right after them. */
const firstFields = 6

/** Every field of one goal in its own editor. Only what changed is sent. */
export function EditGoal({ gsid, fields, statuses, staysAt, onDone, onReopen, onShowRequest }: Props) {
  const { data: goal } = useSuspenseQuery(goalDetailQuery(gsid))
  const { data: fingerprint } = useSuspenseQuery({ ...statusQuery(), select: (status) => status.fingerprint })
  const now = useNowRoughly()
  const reason = useWritesReason()
  const editing = useEditGoal({ goal, fields, draftName: draftName(fingerprint, gsid), onDone, onReopen })
  const drawn = useDeferredValue(editing.fields.length, firstFields)
  const { form, changed, edit, isSaving, conflict } = editing
  const count = changed.length
  const currency = goal.fields['CurrencyIsoCode']

  return (
    <form className={classes.form} aria-labelledby="form-title" noValidate onSubmit={editing.save}>
      <LeaveGuard hasUnsaved={editing.hasUnsaved} staysAt={staysAt} onDiscard={editing.forget} />
      <header className={classes.header}>
        <h1 id="form-title" className={classes.title}>
          {common.editGoal}
        </h1>
        <p className={classes.about}>{goal.fields['CompanyName'] ?? goal.fields['CompanyId']}</p>
      </header>
      {editing.restoredAt !== null && count > 0 && (
        <Band
          action={
            <Button variant="default" onClick={editing.forgetRestored}>
              {texts.startOver}
            </Button>
          }
        >
          {texts.thisIsWhatYouTypedAgo(duration((now - editing.restoredAt) / 1000))}
        </Band>
      )}
      {editing.problem && <Band tone="red">{texts.notSaved(editing.problem)}</Band>}
      {conflict && !editing.isDecided && <Band tone="amber">{texts.somebodyChangedThisGoal}</Band>}
      {edit && isSaving && (
        <WriteBand id={edit.id} isUnknown={edit.phase === 'unknown'} unknownWords={texts.sentAndNobodyCanSayYet} />
      )}
      <div className={classes.body}>
        {editing.fields.slice(0, drawn).map((field) => {
          const both = conflict?.fields.find((each) => each.field === field.name)
          return (
            <div
              key={field.name}
              className={classes.field}
              data-wide={field.type === 'html' || field.name === 'Name' || undefined}
            >
              {both && conflict && (
                <ConflictChoice
                  conflict={both}
                  by={conflict.by}
                  at={conflict.at}
                  field={field}
                  chosen={editing.chosen[field.name]}
                  onTheirs={() => editing.choose(field.name, 'theirs')}
                  onYours={() => editing.choose(field.name, 'yours')}
                />
              )}
              <FieldEditor
                // The text editor holds its own content: it begins anew with what was chosen.
                key={editing.chosen[field.name]}
                field={field}
                control={form.control}
                statuses={statuses}
                original={editing.base[field.name] ?? ''}
                currency={typeof currency === 'string' ? currency : null}
                isDisabled={isSaving || reason !== null}
              />
            </div>
          )
        })}
      </div>
      <footer className={classes.footer}>
        <Button
          type="submit"
          loading={isSaving && edit?.phase !== 'unknown'}
          disabled={count === 0 || isSaving || !editing.isDecided || reason !== null}
          title={reason ?? undefined}
        >
          {texts.saveChanges(count)}
        </Button>
        <Button variant="default" onClick={isSaving ? onDone : editing.finish}>
          {isSaving ? common.close : count === 0 ? common.close : common.discard}
        </Button>
        <Button
          variant="subtle"
          disabled={Object.keys(editing.pending).length === 0}
          onClick={() => onShowRequest(editing.pending)}
        >
          {common.asApiRequest}
        </Button>
        <span className={classes.hint}>{texts.onlyWhatChangedIsSent}</span>
      </footer>
    </form>
  )
}
