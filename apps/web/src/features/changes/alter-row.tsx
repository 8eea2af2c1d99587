import * as texts from '@goalkeeper/texts/changes-rows'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { ChangeRow, ChangeSet } from '@goalkeeper/contract/changes'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import { zodResolver } from '@hookform/resolvers/zod'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FieldEditor } from '#web/shared/form/field-editor.tsx'
import { formSchema } from '#web/shared/form/form-schema.ts'
import { changedRecord, draftsOf, editableFields, markStays, type Drafts } from '#web/shared/form/form-values.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { useClearBy } from '#web/shared/writes/use-clear-by.ts'
import { alteredValues, alterableFields } from './alterable.ts'
import classes from './row-panel.module.css'

type Props = {
  row: ChangeRow
  set: ChangeSet
  fields: Field[]
  statuses: Status[]
  reason: string | null
  isPending: boolean
  onAlter: (altered: Record<string, CustomValue> | null) => void
}

/** Gives one goal other values than the deeds do. */
export function AlterRow({ row, set, fields, statuses, reason, isPending, onAlter }: Props) {
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  const names = alterableFields(row, set)
  const editable = markStays(editableFields(fields), useClearBy()).filter(({ name }) => names.includes(name))
  const original = draftsOf(editable, alteredValues(row))
  const { control, handleSubmit } = useForm<Drafts>({
    defaultValues: original,
    resolver: zodResolver(formSchema(editable, today, () => false)),
  })
  const isAltered = Object.keys(row.altered).length > 0
  const lock = { disabled: reason !== null, title: reason ?? undefined }
  if (editable.length === 0) return null
  if (!isOpen)
    return (
      <div className={classes.deeds}>
        <Button variant="default" {...lock} onClick={() => setOpen(true)}>
          {texts.alterByHand}
        </Button>
        {isAltered && (
          <Button variant="default" loading={isPending} {...lock} onClick={() => onAlter(null)}>
            {texts.doAsWithAllGoals}
          </Button>
        )}
      </div>
    )
  const submit = handleSubmit((drafts) => {
    const changed = changedRecord(editable, original, drafts, today)
    if (Object.keys(changed).length === 0) setOpen(false)
    else onAlter({ ...row.altered, ...(changed as Record<string, CustomValue>) })
  })
  return (
    <form className={classes.choices} noValidate aria-label={texts.alterByHand} onSubmit={submit}>
      {editable.map((field) => (
        <FieldEditor
          key={field.name}
          field={field}
          control={control}
          statuses={statuses}
          original={original[field.name] ?? ''}
          currency={null}
          isDisabled={isPending}
        />
      ))}
      <div className={classes.deeds}>
        <Button type="submit" loading={isPending} {...lock}>
          {texts.keepForThisGoal}
        </Button>
        <Button variant="default" onClick={() => setOpen(false)}>
          {common.leaveIt}
        </Button>
      </div>
    </form>
  )
}
