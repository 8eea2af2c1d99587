import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goals-filter'
import type { Field } from '@goalkeeper/contract/catalogue'
import { fieldNamed } from '@goalkeeper/filter/field'
import { useState } from 'react'
import { FilterSearchList, type OptionGroup } from './filter-search-list.tsx'

const groupTitles: Record<Field['group'], string> = {
  resolved: common.goal,
  standard: common.goal,
  derived: common.goal,
  links: common.links,
  custom: texts.customFields,
  company: common.company,
}

/** Ids that have a name beside them are for scripts. They come last; everything else keeps the catalogue's order. */
const idsLast = (a: Field, b: Field) => Number(a.type === 'gsid') - Number(b.type === 'gsid')

/** Every field that conditions can be about, found by label or by the tenant's name. */
export function FilterFieldPicker(props: {
  fields: readonly Field[]
  value: string | null
  onChange: (field: Field) => void
}) {
  const { fields, value, onChange } = props
  const [search, setSearch] = useState('')
  const words = search.trim().toLowerCase()
  const found = fields.filter(({ label, name }) => `${label} ${name}`.toLowerCase().includes(words)).toSorted(idsLast)
  const titles = [...new Set(Object.values(groupTitles))]
  const groups = titles.map((title): OptionGroup => ({
    title,
    options: found
      .filter((field) => groupTitles[field.group] === title)
      .map(({ name, label }) => ({ value: name, label: labelAmong(fields, label, name), isChosen: name === value })),
  }))
  return (
    <FilterSearchList
      label={common.field}
      tone="strong"
      text={value === null ? null : (fieldNamed(fields, value)?.label ?? value)}
      placeholder={common.chooseAField}
      groups={groups.filter(({ options }) => options.length > 0)}
      search={search}
      onSearchChange={setSearch}
      onPick={(name) => {
        const field = fieldNamed(fields, name)
        if (field) onChange(field)
      }}
      note={found.length === 0 ? texts.noFieldIsCalledLikeThat : null}
    />
  )
}

/** Two fields of one label are told apart by the tenant's name. */
function labelAmong(fields: readonly Field[], label: string, name: string): string {
  return fields.some((other) => other.label === label && other.name !== name) ? `${label} (${name})` : label
}
