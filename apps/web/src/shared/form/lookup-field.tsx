import * as texts from '@goalkeeper/texts/form'
import { namedKindSchema, type Field } from '@goalkeeper/contract/catalogue'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { findCompanies, findOpportunities, findRelationships, findUsers } from '#web/shared/api/record-searches.ts'
import { shortId } from '#web/shared/names/shown-kind.ts'
import { useNames } from '#web/shared/names/use-names.ts'
import { RecordPicker, type PickedRecord } from '#web/shared/form/record-picker.tsx'

type Props = {
  field: Field
  label: string
  error: string | undefined
  disabled: boolean
  withAsterisk: boolean
  gsid: string
  onChange: (gsid: string) => void
}

const searches = {
  user: findUsers,
  company: findCompanies,
  relationship: findRelationships(),
  opportunity: findOpportunities(),
} as const

/** A field that points to another record: found by name where such records can be searched, else written as its Gsid. */
export function LookupField({ field, label, error, disabled, withAsterisk, gsid, onChange }: Props) {
  const [picked, setPicked] = useState<PickedRecord | null>(null)
  const names = useNames(
    namedKindSchema.safeParse(field.lookup).data ?? null,
    isGsid(gsid) && picked?.gsid !== gsid ? [gsid] : [],
  )
  const search = searches[field.lookup as keyof typeof searches]
  if (!search)
    return (
      <TextInput
        label={label}
        error={error}
        disabled={disabled}
        withAsterisk={withAsterisk}
        description={texts.theGsidOfTheRecord}
        value={gsid}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  return (
    <RecordPicker
      label={label}
      error={error}
      isDisabled={disabled}
      isRequired={withAsterisk}
      scope={field.lookup ?? ''}
      search={search}
      value={gsid === '' ? null : picked?.gsid === gsid ? picked : { gsid, name: currentName(gsid, names), hint: null }}
      onChange={(record) => {
        setPicked(record)
        onChange(record?.gsid ?? '')
      }}
    />
  )
}

/** The name of what the field points to; the whole id where there is none, its end until that is known. */
function currentName(gsid: string, names: ReadonlyMap<string, string | null>): string {
  return isGsid(gsid) && !names.has(gsid) ? shortId(gsid) : (names.get(gsid) ?? gsid)
}
