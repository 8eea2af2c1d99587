import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/goal-panel'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { GoalChange, FieldValue } from '@goalkeeper/contract/goals'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { valueText } from '#web/shared/ui/value-text.ts'

type Words = { what: string; before: string | null; after: string | null }

const longest = 160

/** A change in words: what, from what, to what. Null where a side says nothing. */
export function changeWords(change: GoalChange, field: Field | undefined): Words {
  if (change.field === 'Gsid')
    return {
      what: change.after === null ? common.noLongerInGainsight : common.appearedInGainsight,
      before: null,
      after: null,
    }
  if (change.field === 'CTA' || change.field === 'SP') return linkWords(change)
  return {
    what: change.field === 'StatusId' ? common.status : (field?.label ?? change.field),
    before: sideWords(change.before, field),
    after: sideWords(change.after, field),
  }
}

/** A value as one side of a change: its first words, or that it is empty. */
export const sideWords = (value: FieldValue, field: Field | undefined) =>
  isEmpty(value) ? common.empty : shortened(sideText(value, field))

function linkWords({ field, before, after }: GoalChange): Words {
  const [old, now] = [idsOf(before), idsOf(after)]
  const linked = now.filter((id) => !old.includes(id)).length
  const unlinked = old.filter((id) => !now.includes(id)).length
  const deeds = [linked && texts.linked(linked), unlinked && texts.unlinked(unlinked)].filter(Boolean)
  return { what: field === 'CTA' ? common.ctas : common.successPlans, before: null, after: deeds.join(', ') }
}

const sideText = (value: FieldValue, field: Field | undefined) =>
  field ? valueText(value, field) : textOfHtml(Array.isArray(value) ? value.join(', ') : String(value))
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
const idsOf = (value: FieldValue) => (Array.isArray(value) ? value : [])
const isEmpty = (value: FieldValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0)
