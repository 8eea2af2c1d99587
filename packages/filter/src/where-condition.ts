import * as says from '@goalkeeper/texts/filter-tenant'
import { holds } from './condition.ts'
import type { FilterContext } from './evaluate.ts'
import { fieldNamed, type FieldType } from './field.ts'
import {
  allOf,
  anyOf,
  type Atom,
  type Formula,
  isAtom,
  joinUnlessRefused,
  mergedAnyOf,
  type Refusal,
} from './formula.ts'
import { frozenIdIn } from './frozen.ts'
import { deniedBy } from './operator.ts'
import type { Condition, FilterTree, FilterValue, Operator } from './tree.ts'
import { foldCase, readOperand, type Span } from './values.ts'
import type { NamesBehind, WhereCapabilities } from './where-capabilities.ts'

/** A condition on a name as one on the ids of the records that have such a name. Whoever is not among them has no name. */
export function byIds(condition: Condition, { idField, records }: NamesBehind): FilterTree {
  const affirmed = deniedBy[condition.op] ?? condition.op
  const asksForNameless = affirmed === 'IS_NULL'
  const isAmongThem = (affirmed === condition.op) !== asksForNameless
  const test: Condition = { ...condition, op: affirmed }
  const named = asksForNameless ? records : records.filter(({ name }) => holds(test, 'text', [foldCase(name)], ''))
  if (named.length === 0) return isAmongThem ? { or: [] } : { and: [] }
  return { field: idField, op: isAmongThem ? 'IN' : 'NE', value: named.map(({ id }) => id) }
}

/** A condition on a stored field in operators that the tenant knows, or why that cannot be. */
export function conditionFormula(
  condition: Condition,
  { fields, today }: FilterContext,
  { fields: known, instants, operators }: WhereCapabilities,
): Formula | Refusal {
  const { field: fieldName, op, value = [] } = condition
  const field = fieldNamed(fields, fieldName)
  if (!field || !known.has(fieldName)) return { because: says.theTenantCannotFilterBy(field?.label ?? fieldName) }
  if (value.some((each) => frozenIdIn(each) !== null)) return { because: says.onlyGoalkeeperKnowsItsFrozen }
  const difference = differenceAtTenant(field.type, op)
  if (difference) return { because: difference }
  if (field.type === 'datetime' && value.length > 0) {
    if (!instants) return { because: says.howTheTenantReadsInstantsIs }
    const spans = value.map((each) => readOperand(field.type, each, today)).filter((each) => typeof each === 'object')
    const written = (instant: number) => (instants === 'iso' ? new Date(instant).toISOString() : instant)
    return inKnownOperators(
      instantFormula(
        fieldName,
        op,
        spans.filter((each) => each !== null),
        written,
      ),
      operators,
    )
  }
  const sent = value.map((each) => sentValue(field.type, each, today))
  const formula =
    field.type === 'multipicklist' ? { fieldName, operator: op, value: sent } : plainFormula(fieldName, op, sent)
  return inKnownOperators(formula, operators)
}

/** Where the same operator would find other goals at the tenant than here. */
function differenceAtTenant(type: FieldType, op: Operator): string | null {
  if (type === 'html') return says.itIsAboutTheWordsAnd
  if (type === 'picklist' && wordOperators.has(op)) return says.theTenantMayLookAtThe
  if (type === 'text' && orderOperators.has(op)) return says.inWhichOrderTheTenantPuts
  return null
}

const wordOperators = new Set<Operator>(['CONTAINS', 'DOES_NOT_CONTAINS', 'STARTS_WITH', 'ENDS_WITH'])
const orderOperators = new Set<Operator>(['GT', 'GTE', 'LT', 'LTE', 'BTW'])

/** Texts as they were typed; dates with TODAY worked out; numbers as numbers. */
function sentValue(type: FieldType, value: FilterValue, today: string): FilterValue {
  const operand = type === 'number' || type === 'boolean' || type === 'date' ? readOperand(type, value, today) : value
  return operand === null || typeof operand === 'object' ? value : operand
}

/** Several values become one condition each, because what the tenant makes of several is known for lists only. */
function plainFormula(fieldName: string, op: Operator, value: FilterValue[]): Formula {
  const each = (operator: Operator) => value.map((one): Atom => ({ fieldName, operator, value: [one] }))
  switch (op) {
    case 'EQ':
    case 'IN':
    case 'INCLUDES':
      return mergedAnyOf(each('EQ'))
    case 'NE':
    case 'EXCLUDES':
      return allOf(each('NE'))
    case 'DOES_NOT_CONTAINS':
      return allOf(each(op))
    case 'CONTAINS':
    case 'STARTS_WITH':
    case 'ENDS_WITH':
      return anyOf(each(op))
    default:
      return { fieldName, operator: op, value }
  }
}

function instantFormula(
  fieldName: string,
  op: Operator,
  spans: Span[],
  written: (instant: number) => FilterValue,
): Formula {
  const from = (instant: number): Atom => ({ fieldName, operator: 'GTE', value: [written(instant)] })
  const before = (instant: number): Atom => ({ fieldName, operator: 'LT', value: [written(instant)] })
  const within = (first: Span, last: Span) => allOf([from(first.from), before(last.to)])
  const empty: Atom = { fieldName, operator: 'IS_NULL', value: [] }
  const [low, high = low] = spans
  if (!low || !high) return anyOf([])
  switch (op) {
    case 'GT':
      return from(low.to)
    case 'GTE':
      return from(low.from)
    case 'LT':
      return before(low.from)
    case 'LTE':
      return before(low.to)
    case 'BTW':
      return within(low, high)
    case 'NE':
      return allOf(spans.map((span) => anyOf([before(span.from), from(span.to), empty])))
    default:
      return anyOf(spans.map((span) => within(span, span)))
  }
}

/** The same in other words where the tenant lacks an operator. */
function inKnownOperators(formula: Formula, known: ReadonlySet<Operator>): Formula | Refusal {
  if (!isAtom(formula)) {
    const members = ('all' in formula ? formula.all : formula.any).map((member) => inKnownOperators(member, known))
    return joinUnlessRefused(members, 'all' in formula ? allOf : anyOf)
  }
  const { fieldName, operator, value } = formula
  if (known.has(operator)) return formula
  if (operator === 'IN')
    return inKnownOperators(anyOf(value.map((one) => ({ fieldName, operator: 'EQ', value: [one] }))), known)
  if (operator === 'BTW') {
    const [low, high] = [value.slice(0, 1), value.slice(1)]
    const ends: Formula[] = [
      { fieldName, operator: 'GTE', value: low },
      { fieldName, operator: 'LTE', value: high },
    ]
    return inKnownOperators(allOf(ends), known)
  }
  return { because: says.theTenantDoesNotKnow(operator) }
}
