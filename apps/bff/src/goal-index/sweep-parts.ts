import type { FieldValue } from '@goalkeeper/contract/goals'
import type { FetchGoalsRequest } from '@goalkeeper/gainsight/goals'
import { z } from 'zod'
import type { GoalRecord } from './goal-record.ts'

type Where = NonNullable<FetchGoalsRequest['where']>
type Test = Omit<Where['conditions'][number], 'alias'>

const spanFieldSchema = z.enum(['CreatedDate', 'ModifiedDate'])
const choiceFieldSchema = z.enum(['EntityType', 'CompanyId', 'StatusId'])

/** `from` belongs to a span and `to` does not; null is open. Epoch milliseconds. */
const spanSchema = z.object({ field: spanFieldSchema, from: z.number().nullable(), to: z.number().nullable() })
const blankSchema = z.object({ field: spanFieldSchema, blank: z.literal(true) })
const choiceSchema = z.object({ field: choiceFieldSchema, value: z.string() })

/** A part of the tenant's goals: those within all of its limits. No limit is every goal. */
export const partSchema = z.array(z.union([spanSchema, blankSchema, choiceSchema]))
export type Part = z.infer<typeof partSchema>
type Limit = Part[number]
type Span = z.infer<typeof spanSchema>
export type PartField = Limit['field']

/** How instants are written in a filter. */
export type InstantForm = 'epoch' | 'iso'

/** The filter that selects a part: its conditions all joined by AND, which is the one expression sure to be taken. Undefined for every goal. */
export function whereOf(part: Part, form: InstantForm): Where | undefined {
  const conditions = part
    .flatMap((limit) => testsOf(limit, form))
    .map((test, index) => ({ ...test, alias: String.fromCharCode(65 + index) }))
  if (conditions.length === 0) return undefined
  return { conditions, expression: conditions.map(({ alias }) => alias).join(' AND ') }
}

function testsOf(limit: Limit, form: InstantForm): Test[] {
  const fieldName = limit.field
  if ('value' in limit) return [{ fieldName, operator: 'EQ', value: [limit.value] }]
  if ('blank' in limit) return [{ fieldName, operator: 'IS_NULL', value: [] }]
  const written = (instant: number) => (form === 'epoch' ? instant : new Date(instant).toISOString())
  return [
    ...(limit.from === null ? [] : [{ fieldName, operator: 'GTE' as const, value: [written(limit.from)] }]),
    ...(limit.to === null ? [] : [{ fieldName, operator: 'LT' as const, value: [written(limit.to)] }]),
  ]
}

/** The field by which a goal does not belong to a part; null when it does. A tenant that sends one does not take the filter for what it says. */
export function strayBy(part: Part, { fields }: GoalRecord): PartField | null {
  return part.find((limit) => !isWithin(limit, fields[limit.field]))?.field ?? null
}

function isWithin(limit: Limit, held: FieldValue | undefined): boolean {
  if ('value' in limit) return held === limit.value
  if ('blank' in limit) return held === undefined
  return (
    typeof held === 'number' && (limit.from === null || held >= limit.from) && (limit.to === null || held < limit.to)
  )
}

/** What is known of a goal that parts can be told by. */
export type Traits = {
  CreatedDate: number | null
  ModifiedDate: number | null
  CompanyId: string | null
  StatusId: string | null
}

/** Smaller parts of a part. Not `isWhole` when goals that nobody knows of may lie in none of them. */
export type Split = { parts: Part[]; isWhole: boolean }

/** By which fields a part is split, in this order: dates cover every goal, and a list of known ids does not. */
const splitFields = ['CreatedDate', 'ModifiedDate', 'CompanyId', 'StatusId'] as const

/** So full is a part made, by the goals that are known: there may be more, and a full page would have to be split again. */
const fill = 0.8

/**
 * Splits a part so that each piece should fit on one page. `goals` are the known ones of this part; `unusable` fields are
 * those by which this tenant does not filter. Null when nothing is left to split by.
 */
export function splitPart(
  part: Part,
  goals: readonly Traits[],
  { pageSize, unusable }: { pageSize: number; unusable: ReadonlySet<PartField> },
): Split | null {
  for (const field of splitFields) {
    if (unusable.has(field)) continue
    const split =
      field === 'CreatedDate' || field === 'ModifiedDate'
        ? splitBySpan(part, field, goals, pageSize)
        : splitByChoice(part, field, goals)
    if (split) return split
  }
  return null
}

function splitBySpan(part: Part, field: Span['field'], goals: readonly Traits[], pageSize: number): Split | null {
  const limit = part.find((each) => each.field === field)
  if (limit && !('from' in limit)) return null
  const span: Span = limit ?? { field, from: null, to: null }
  const known = goals.map((goal) => goal[field]).filter((instant) => instant !== null)
  const cuts = cutsOf(known, Math.max(1, Math.floor(pageSize * fill))).filter(
    (cut) => (span.from === null || cut > span.from) && (span.to === null || cut < span.to),
  )
  if (cuts.length === 0) return null
  const edges = [span.from, ...cuts, span.to]
  const spans = cuts.concat(0).map((_, index) => ({ field, from: edges[index] ?? null, to: edges[index + 1] ?? null }))
  const others = part.filter((each) => each !== limit)
  const blank = limit ? [] : [[...others, { field, blank: true as const }]]
  return { parts: [...spans.map((each) => [...others, each]), ...blank], isWhole: true }
}

/** Where to cut a line of instants so that no piece holds more than `most`; one instant that holds more is cut out of it. */
function cutsOf(instants: readonly number[], most: number): number[] {
  const sorted = instants.toSorted((a, b) => a - b)
  const cuts = new Set<number>()
  for (let at = most; at < sorted.length; at += most) {
    const cut = sorted[at]
    if (cut === undefined) break
    cuts.add(cut)
    if (sorted[at - most] === cut) cuts.add(cut + 1)
  }
  return [...cuts].toSorted((a, b) => a - b)
}

function splitByChoice(part: Part, field: 'CompanyId' | 'StatusId', goals: readonly Traits[]): Split | null {
  if (part.some((limit) => limit.field === field)) return null
  const values = [...new Set(goals.map((goal) => goal[field]).filter((value) => value !== null))].toSorted()
  if (values.length === 0) return null
  return { parts: values.map((value) => [...part, { field, value }]), isWhole: false }
}

/** The parts with every limit by this field taken back, and with it those that were split off after it. */
export function withoutField(parts: readonly Part[], field: PartField): Part[] {
  const kept = parts.map((part) => {
    const at = part.findIndex((limit) => limit.field === field)
    return at === -1 ? part : part.slice(0, at)
  })
  return [...new Map(kept.map((part) => [JSON.stringify(part), part])).values()]
}
