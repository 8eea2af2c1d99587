import * as says from '@goalkeeper/texts/goal-panel'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { Write } from '@goalkeeper/contract/writes'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import { updateGoalRequestSchema } from '@goalkeeper/gainsight/goal-update'
import { valueText } from '#web/shared/ui/value-text.ts'

/** What a write sets: "Status: New, Due date: empty, links". */
export function setWords({ kind, request }: Pick<Write, 'kind' | 'request'>, fields: readonly Field[]): string {
  const [update] = updateGoalRequestSchema.safeParse(request).data?.requests ?? []
  if (!update) return kind === 'create' ? says.theNewGoal : says.aChange
  const { Gsid: _, ...record } = update.record
  const set = Object.entries(record).map(([name, value]) =>
    fieldWords(
      name,
      value,
      fields.find((field) => field.name === name),
    ),
  )
  return [...set, ...(update.association || update.dissociation ? [says.linksOfGoal] : [])].join(', ') || says.aChange
}

const longest = 40

/** Long texts and ids tell less than the name of their field. */
function fieldWords(name: string, value: CustomValue | undefined, field: Field | undefined): string {
  if (!field || field.type === 'html' || field.type === 'gsid') return field?.label ?? name
  if (value === null || value === undefined || value === '') return says.emptyOf(field.label)
  const text = valueText(Array.isArray(value) ? value.map(String) : value, field)
  return `${field.label}: ${text.length > longest ? `${text.slice(0, longest)}…` : text}`
}
