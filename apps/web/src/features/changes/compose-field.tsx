import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/changes-compose'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import { zodResolver } from '@hookform/resolvers/zod'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { fieldsQuery } from '#web/shared/api/catalogue-queries.ts'
import { FieldEditor } from '#web/shared/form/field-editor.tsx'
import { formSchema } from '#web/shared/form/form-schema.ts'
import {
  draftOf,
  editableFields,
  markStays,
  readDraft,
  type Drafts,
  type FormField,
} from '#web/shared/form/form-values.ts'
import { useToday } from '#web/shared/time/use-clock.ts'
import { useClearBy } from '#web/shared/writes/use-clear-by.ts'
import classes from './compose.module.css'
import type { ComposerProps } from './composer.ts'
import { fieldValueOf } from '#web/shared/form/field-value-of.ts'

type CustomField = `${string}__gc`
const isCustom = (name: string): name is CustomField => name.endsWith('__gc')

/** Sets one custom field; left empty, it empties it. */
export function ComposeField({ formId, initial, onDeed }: ComposerProps) {
  const { data } = useQuery(fieldsQuery())
  const clearBy = useClearBy()
  const custom = markStays(editableFields(data?.fields ?? []), clearBy).filter(({ name }) => isCustom(name))
  const deed = initial?.kind === 'set' && isCustom(initial.field) ? initial : null
  const [name, setName] = useState<string | null>(deed?.field ?? null)
  const field = custom.find((each) => each.name === name)
  return (
    <>
      <Select
        label={common.field}
        searchable
        allowDeselect={false}
        placeholder={common.chooseAField}
        nothingFoundMessage={texts.noCustomFieldIsCalledThat}
        data={choicesOf(custom)}
        value={name}
        onChange={setName}
      />
      {field ? (
        <ValueForm
          key={field.name}
          formId={formId}
          field={field}
          initial={deed?.field === field.name ? deed.value : null}
          onValue={(value) => isCustom(field.name) && onDeed({ kind: 'set', field: field.name, value })}
        />
      ) : (
        <form id={formId} className={classes.form} onSubmit={(event) => event.preventDefault()}>
          <p className={classes.hint}>
            {custom.length === 0 ? texts.thisTenantHasNoCustomField : texts.chooseAFieldFirst}
          </p>
        </form>
      )}
    </>
  )
}

type ValueProps = {
  formId: string
  field: FormField
  initial: CustomValue
  onValue: (value: CustomValue) => void
}

function ValueForm({ formId, field, initial, onValue }: ValueProps) {
  const today = useToday()
  const { control, handleSubmit } = useForm<Drafts>({
    defaultValues: { [field.name]: draftOf(field, fieldValueOf(initial)) },
    resolver: zodResolver(formSchema([field], today, () => false)),
  })
  const submit = handleSubmit((drafts) => {
    const read = readDraft(field, drafts[field.name] ?? '', today)
    if ('value' in read) onValue(read.value)
  })
  return (
    <form id={formId} className={classes.form} noValidate onSubmit={submit}>
      <FieldEditor
        field={{ ...field, label: common.value }}
        control={control}
        statuses={[]}
        original=""
        currency={null}
        isDisabled={false}
      />
      {!field.required && !field.stays && <p className={classes.hint}>{texts.leftEmptyTheFieldIsEmptied}</p>}
    </form>
  )
}

/** Two fields of one label are told apart by their names. */
function choicesOf(fields: readonly Field[]) {
  const isTwin = ({ name, label }: Field) => fields.some((other) => other.label === label && other.name !== name)
  return fields.map((field) => ({
    value: field.name,
    label: isTwin(field) ? `${field.label} (${field.name})` : field.label,
  }))
}
