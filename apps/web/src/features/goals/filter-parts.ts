import { joinParts, partsOf, withoutField } from '@goalkeeper/filter/parts'
import { checkFilter } from '@goalkeeper/filter/check'
import type { FilterField, FieldType } from '@goalkeeper/filter/field'
import { isCondition, type FilterTree, type FilterValue, type KeptFilter } from '@goalkeeper/filter/tree'

/** A bucket's value; null is "nothing there". */
export type Choice = FilterValue | null

/** The values of a field that the filter lets through by a top condition of equality; null when it has none, or one that no facet can show. */
export function chosenValues(filter: KeptFilter | null, field: string): Choice[] | null {
  const own = partsOf(filter).filter((part) => isCondition(part) && part.field === field)
  const [condition] = own
  if (own.length !== 1 || !condition || !isCondition(condition)) return null
  const { op, value = [] } = condition
  if (op === 'IS_NULL') return [null]
  if (op === 'IS_NOT_NULL' && linkFields.has(field)) return [true]
  return op === 'IN' || op === 'EQ' || op === 'INCLUDES' ? value : null
}

/** CTA and SP hold ids: their two buckets are none (null) and some (true). */
const linkFields: ReadonlySet<string> = new Set(['CTA', 'SP'])

/** The filter with exactly these values of a field; none takes the field's top conditions away. `null` stands alone, as no operator means "empty or one of". */
export function withChosenValues(
  filter: KeptFilter | null,
  field: string,
  values: Choice[],
  type: FieldType = 'text',
): KeptFilter | null {
  const others = partsOf(withoutField(filter, field))
  return joinParts([...others, ...conditionFor(field, values, type)])
}

function conditionFor(field: string, values: Choice[], type: FieldType): FilterTree[] {
  if (values.length === 0) return []
  if (values.includes(null)) return [{ field, op: 'IS_NULL' }]
  if (linkFields.has(field)) return [{ field, op: 'IS_NOT_NULL' }]
  const value = values.filter((each) => each !== null)
  if (type === 'multipicklist') return [{ field, op: 'INCLUDES', value }]
  return [{ field, op: value.length === 1 || type === 'boolean' ? 'EQ' : 'IN', value }]
}

/** Chooses a value or lets it go again. Several values stand together; empty and non-empty replace each other. */
export function toggleValue(
  filter: KeptFilter | null,
  { field, type }: { field: string; type: FieldType },
  value: Choice,
): KeptFilter | null {
  const chosen = chosenValues(filter, field) ?? []
  const others = chosen.filter((each) => each !== value)
  if (others.length < chosen.length) return withChosenValues(filter, field, others, type)
  if (value === null || linkFields.has(field)) return withChosenValues(filter, field, [value], type)
  return withChosenValues(filter, field, [...others.filter((each) => each !== null), value], type)
}

/** The parts of a filter that this tenant's fields can answer, and a sentence for each part that they cannot. */
export function answerable(filter: KeptFilter | null, fields: readonly FilterField[]) {
  const parts = partsOf(filter).map((part) => ({ part, problems: checkFilter(part, fields) }))
  return {
    filter: joinParts(parts.filter(({ problems }) => problems.length === 0).map(({ part }) => part)),
    problems: parts.flatMap(({ problems }) => problems.map(({ sentence }) => sentence)),
  }
}
