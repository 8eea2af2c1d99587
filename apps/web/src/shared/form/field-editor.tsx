import * as texts from '@goalkeeper/texts/form'
import * as shared from '@goalkeeper/texts/common'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import { MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useController, type Control } from 'react-hook-form'
import { LazyRichTextField } from '#web/shared/rich-text/lazy-rich-text-field.tsx'
import { statusChoices } from '#web/shared/form/status-choices.ts'
import { DayField } from './day-field.tsx'
import classes from './field-editor.module.css'
import type { Draft, Drafts } from './form-values.ts'
import { LookupField } from './lookup-field.tsx'

export type FieldEditorProps = {
  field: Field
  control: Control<Drafts>
  statuses: readonly Status[]
  /** The draft that editing began with. */
  original: Draft
  /** The goal's currency, for CURRENCY fields. */
  currency: string | null
  isDisabled: boolean
}

/** The editor for one field, by its type. */
export function FieldEditor({ field, control, statuses, original, currency, isDisabled }: FieldEditorProps) {
  const { field: box, fieldState } = useController({ name: field.name, control })
  const { value, name, ref, onChange, onBlur } = box
  const text = typeof value === 'string' ? value : ''
  const labels = Array.isArray(value) ? value : []
  const common = {
    label: field.label,
    error: fieldState.error?.message,
    disabled: isDisabled,
    withAsterisk: field.required,
  }
  if (field.name === 'StatusName')
    return (
      <Select
        {...common}
        ref={ref}
        searchable
        allowDeselect={false}
        data={withCurrent(
          statusChoices(statuses).map(({ name }) => name),
          text,
        )}
        value={text || null}
        onChange={(next) => onChange(next ?? '')}
        onBlur={onBlur}
      />
    )
  switch (field.type) {
    case 'date':
      return <DayField {...common} text={text} onChange={onChange} onBlur={onBlur} inputRef={ref} />
    case 'html':
      return (
        <div role="group" aria-label={field.label}>
          <div className={classes.label}>{field.label}</div>
          <LazyRichTextField
            label={field.label}
            original={typeof original === 'string' ? original : ''}
            value={text}
            onChange={onChange}
            isDisabled={isDisabled}
          />
          {fieldState.error && <p className={classes.error}>{fieldState.error.message}</p>}
        </div>
      )
    case 'boolean':
      return (
        <div role="group" aria-label={field.label}>
          <div className={classes.label}>{field.label}</div>
          <SegmentedControl
            size="xs"
            aria-label={field.label}
            disabled={isDisabled}
            data={[
              { value: '', label: texts.notSet },
              { value: 'true', label: shared.yes },
              { value: 'false', label: shared.no },
            ]}
            value={text}
            onChange={onChange}
          />
          {fieldState.error && <p className={classes.error}>{fieldState.error.message}</p>}
        </div>
      )
    case 'picklist':
      return (
        <Select
          {...common}
          ref={ref}
          searchable
          clearable={!field.required}
          clearButtonProps={{ 'aria-label': texts.clear(field.label) }}
          data={withCurrent(choicesOf(field), text)}
          value={text || null}
          onChange={(next) => onChange(next ?? '')}
          onBlur={onBlur}
        />
      )
    case 'multipicklist':
      return (
        <MultiSelect
          {...common}
          ref={ref}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': texts.clear(field.label) }}
          data={[...new Set([...choicesOf(field), ...labels])]}
          value={labels}
          onChange={onChange}
          onBlur={onBlur}
        />
      )
    case 'gsid':
      return <LookupField {...common} field={field} gsid={text} onChange={onChange} />
    default:
      return (
        <TextInput
          {...common}
          {...inputTraits(field, currency)}
          ref={ref}
          name={name}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={onBlur}
        />
      )
  }
}

/** What the tenant stores, and takes, of a picklist is the label. */
const choicesOf = ({ options }: Field) => options.filter(({ active }) => active).map(({ label }) => label)

/** A value that cannot be chosen any more is still the value. */
const withCurrent = (choices: string[], current: string) =>
  current === '' || choices.includes(current) ? choices : [...choices, current]

function inputTraits(field: Field, currency: string | null) {
  switch (field.type) {
    case 'number': {
      const unit = { PERCENTAGE: '%', CURRENCY: currency ?? '' }[field.dataType]
      return {
        inputMode: 'decimal' as const,
        className: classes.number,
        ...(unit && {
          rightSection: <span className={classes.unit}>{unit}</span>,
          rightSectionWidth: unit.length * 10 + 20,
        }),
      }
    }
    case 'datetime':
      return { type: 'datetime-local' }
    default:
      return field.dataType === 'EMAIL' ? { type: 'email' } : field.dataType === 'URL' ? { type: 'url' } : {}
  }
}
