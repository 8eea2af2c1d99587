import * as texts from '@goalkeeper/texts/goals-filter'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FacetBucket } from '@goalkeeper/contract/goals'
import { me } from '@goalkeeper/filter/me'
import type { FilterValue } from '@goalkeeper/filter/tree'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { useDeferredValue, useState } from 'react'
import { asApiError } from '#web/shared/api/api-error.ts'
import { choicesShown, pastedValues } from './filter-choices.ts'
import { FilterSearchList } from './filter-search-list.tsx'
import { useFilterTools } from './filter-tools.ts'
import { useFilterChoices } from './use-filter-choices.ts'

type Props = { field: Field; value: FilterValue[]; onChange: (value: FilterValue[]) => void }

/** Values of a field to choose from, the server's count beside each; whatever is not listed can be typed or pasted. */
export function FilterChoiceValues({ field, value, onChange }: Props) {
  const {
    list,
    learn,
    wording: { labelOf },
  } = useFilterTools()
  const [isOpen, setOpen] = useState(false)
  const [search, setSearch] = useState('')
  const { data, error, isPending } = useFilterChoices({ field, list, search: useDeferredValue(search), isOpen })
  const labelled = (each: FilterValue) => labelOf(field.name, each) ?? String(each)
  const chosen = value.map((each): FacetBucket => ({ value: each, label: labelled(each), hint: null, count: 0 }))
  const shown = choicesShown([...(field.lookup === 'user' ? [meChoice] : []), ...(data ?? [])], chosen, search)
  const typed = search.trim()
  const isNew = canBeTyped(field, typed) && shown.every(({ label }) => label.toLowerCase() !== typed.toLowerCase())

  const add = (added: FilterValue[]) => onChange([...value, ...added.filter((each) => !value.includes(each))])
  const pick = (text: string) => {
    const bucket = shown.find((each) => String(each.value) === text)
    const picked = bucket?.value ?? text
    if (bucket) learn(field.name, [bucket])
    if (value.includes(picked)) onChange(value.filter((each) => each !== picked))
    else add([picked])
    if (!bucket) setSearch('')
  }

  return (
    <FilterSearchList
      label={texts.valuesOf(field.label)}
      tone="boxed"
      isMulti
      text={value.length > 0 ? value.map(labelled).join(', ') : null}
      placeholder={texts.chooseValues}
      groups={[
        {
          title: null,
          options: shown.map((bucket) => ({
            value: String(bucket.value),
            label: labelOf(field.name, bucket.value ?? '') ?? bucket.label,
            hint: bucket.hint,
            count: data?.includes(bucket) ? bucket.count : null,
            isChosen: bucket.value !== null && value.includes(bucket.value),
          })),
        },
        { title: null, options: isNew ? [{ value: typed, label: texts.use(typed), isChosen: false }] : [] },
      ]}
      search={search}
      onSearchChange={setSearch}
      onPick={pick}
      onOpenChange={setOpen}
      onPaste={(event) => {
        const pasted = pastedValues(event.clipboardData.getData('text'))
        if (pasted.length === 0) return
        event.preventDefault()
        add(pasted)
      }}
      note={
        error
          ? asApiError(error).detail
          : isPending
            ? texts.counting
            : shown.length === 0 && !isNew
              ? texts.noValueLikeThat
              : null
      }
    />
  )
}

/** Whoever looks: so a list can be shared that shows everyone their own. */
const meChoice: FacetBucket = { value: me, label: texts.me, hint: texts.whoeverLooks, count: 0 }

/** Names of records are no values: only their ids are, and links have to be found. */
function canBeTyped({ type }: Field, typed: string): boolean {
  if (type === 'gsid') return isGsid(typed)
  return typed !== '' && type !== 'ids'
}
