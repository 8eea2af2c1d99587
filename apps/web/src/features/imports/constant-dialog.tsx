import * as texts from '@goalkeeper/texts/imports-constants'
import * as common from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Modal, Select } from '@mantine/core'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { fieldLabel } from '#web/shared/differences/difference-side.tsx'
import { FieldEditor } from '#web/shared/form/field-editor.tsx'
import { fieldValueOf } from '#web/shared/form/field-value-of.ts'
import { formSchema } from '#web/shared/form/form-schema.ts'
import { draftOf, readDraft, type Drafts } from '#web/shared/form/form-values.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import classes from './constant-dialog.module.css'

type Props = {
  /** That can be chosen. */
  fields: Field[]
  statuses: Status[]
  initial: { name: string; value: CustomValue } | null
  onValue: (name: string, value: CustomValue) => void
  onClose: () => void
}

/** Chooses a field and the value that every row takes which has none of its own. */
export function ConstantDialog({ fields, statuses, initial, onValue, onClose }: Props) {
  const formId = useId()
  const [name, setName] = useState(initial?.name ?? null)
  const field = fields.find((each) => each.name === name)
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.aValueForEveryRowWithout}
      size={480}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={classes.dialog}>
        <Select
          label={common.field}
          searchable
          allowDeselect={false}
          placeholder={common.chooseAField}
          nothingFoundMessage={texts.noFieldIsCalledThat}
          data={fields.map((each) => ({ value: each.name, label: fieldLabel(each.name, fields) }))}
          value={name}
          onChange={setName}
        />
        {field && (
          <ValueForm
            key={field.name}
            formId={formId}
            field={field}
            statuses={statuses}
            initial={initial?.name === field.name ? initial.value : null}
            onValue={(value) => onValue(field.name, value)}
          />
        )}
        <div className={classes.deeds}>
          <Button type="submit" form={formId} disabled={!field}>
            {texts.takeThisValue}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

type ValueProps = {
  formId: string
  field: Field
  statuses: Status[]
  initial: CustomValue
  onValue: (value: CustomValue) => void
}

function ValueForm({ formId, field, statuses, initial, onValue }: ValueProps) {
  const today = useToday()
  // A value that is none would say nothing.
  const needed = { ...field, required: true }
  const { control, handleSubmit } = useForm<Drafts>({
    defaultValues: { [field.name]: draftOf(field, fieldValueOf(initial)) },
    resolver: zodResolver(formSchema([needed], today, () => false)),
  })
  const submit = handleSubmit((drafts) => {
    const read = readDraft(needed, drafts[field.name] ?? '', today)
    if ('value' in read) onValue(read.value)
  })
  return (
    <form
      id={formId}
      noValidate
      onSubmit={(event) => {
        // The dialog stands inside the form of the columns, which is not meant.
        event.stopPropagation()
        void submit(event)
      }}
    >
      <FieldEditor
        field={{ ...needed, label: common.value }}
        control={control}
        statuses={statuses}
        original=""
        currency={null}
        isDisabled={false}
      />
    </form>
  )
}
