import * as texts from '@goalkeeper/texts/form-trouble'
import * as common from '@goalkeeper/texts/common'
import { Button, Popover } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { fieldsQuery } from '../api/catalogue-queries.ts'
import { dropEdit, type Edit } from '../writes/edit-store.ts'
import { conflictOf } from '../writes/conflict.ts'
import { sendAgain } from '../writes/start-edit.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import classes from './edit-trouble.module.css'

type Props = { edit: Edit; field: string; onClose: () => void }

/** Beside a box whose edit was not applied: why, and what can be done. Typed values stay until a person lets them go. */
export function EditTrouble({ edit, field, onClose }: Props) {
  const queryClient = useQueryClient()
  const { data: { fields } = { fields: [] } } = useQuery(fieldsQuery())
  const conflict = conflictOf(edit.problem, edit.content)?.fields.length ? conflictOf(edit.problem, edit.content) : null
  const discard = () => dropEdit(edit.id)
  const again = () => void sendAgain(queryClient, edit.id)
  return (
    <Popover opened onDismiss={onClose} position="bottom-end" width={320} withRoles={false}>
      <Popover.Target>
        <span className={classes.place} aria-hidden="true" />
      </Popover.Target>
      <Popover.Dropdown role="group" aria-label={texts.notSaved} className={classes.trouble}>
        {conflict ? (
          conflict.fields.map((each) => (
            <ConflictChoice
              key={each.field}
              conflict={each}
              by={conflict.by}
              at={conflict.at}
              field={fields.find(({ name }) => name === each.field)}
              onTheirs={discard}
              onYours={again}
            />
          ))
        ) : (
          <>
            <p className={classes.words} role="alert">
              {texts.notSavedOf(edit.problem?.fields[field] ?? edit.problem?.detail)}
            </p>
            <div className={classes.deeds}>
              <Button onClick={again}>{texts.retry}</Button>
              <Button variant="default" onClick={discard}>
                {common.discard}
              </Button>
            </div>
          </>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
