import { dayMs, startOfDay } from '../tenant/calendar.ts'
import { itemIds, type Field, type FieldValue } from '../tenant/field.ts'
import { operators, WhereFault, type Dialect, type Operator, type RowTest } from './dialect.ts'
import { literalDay } from './literal.ts'

/** What a condition asks for, in the form in which stored values are compared: an instant or a day is a span of time. */
type Wanted = string | number | boolean | Span
interface Span {
  from: number
  to: number
}
type Stored = string | number | boolean

/** One condition of a request, read but not yet understood. */
export interface Condition {
  field: string
  operator: string
  value: readonly unknown[]
  literal?: string
}

/** Operators that deny, with what they deny: an empty field passes them. */
const denies: Partial<Record<Operator, Operator>> = {
  NE: 'EQ',
  DOES_NOT_CONTAINS: 'CONTAINS',
  EXCLUDES: 'INCLUDES',
  IS_NOT_NULL: 'IS_NULL',
}
const wordOperators: readonly Operator[] = ['CONTAINS', 'DOES_NOT_CONTAINS', 'STARTS_WITH', 'ENDS_WITH']
const orderOperators: readonly Operator[] = ['GT', 'GTE', 'LT', 'LTE', 'BTW']

/** Turns a condition into a test of rows. Several values mean any of them; with a denying operator none of them. */
export function compileCondition(condition: Condition, dialect: Dialect): RowTest {
  const fault = () => new WhereFault(`Invalid fields or operator in where clause - ${condition.field}`)
  const operator = operators.find((known) => known === condition.operator)
  const reader = dialect.reader(condition.field)
  if (!operator || !reader || (dialect.operators === 'eq' && operator !== 'EQ')) throw fault()
  if (!takes(reader.field, operator)) throw fault()
  const wanted = readValues(condition, reader.field, dialect)
  if (wanted === null || !hasRightCount(operator, wanted.length)) throw fault()
  const affirmed = denies[operator]
  const test = valueTest(affirmed ?? operator, wanted)
  const { field, read } = reader
  const holds: RowTest = (row) => test(stored(field, read(row)))
  return affirmed ? (row) => !holds(row) : holds
}

function takes(field: Field, operator: Operator): boolean {
  if (wordOperators.includes(operator))
    return !['NUMBER', 'CURRENCY', 'PERCENTAGE', 'BOOLEAN', 'DATE', 'DATETIME'].includes(field.type)
  if (orderOperators.includes(operator))
    return !['BOOLEAN', 'GSID', 'LOOKUP', 'MULTISELECTDROPDOWNLIST'].includes(field.type)
  return true
}

function hasRightCount(operator: Operator, count: number): boolean {
  if (operator === 'IS_NULL' || operator === 'IS_NOT_NULL') return count === 0
  if (operator === 'BTW') return count === 2
  return orderOperators.includes(operator) ? count === 1 : count > 0
}

/** The values of a condition; null when one is not of the field's type. */
function readValues({ value, literal }: Condition, field: Field, dialect: Dialect): Wanted[] | null {
  if (literal !== undefined) {
    const days = field.type === 'DATE' || field.type === 'DATETIME' ? literalDay(literal, dialect.now) : null
    return days && [days]
  }
  const read = value.flatMap((each) => readValue(each, field, dialect))
  return read.includes(null) ? null : read.filter((each) => each !== null)
}

function readValue(value: unknown, field: Field, dialect: Dialect): (Wanted | null)[] {
  switch (field.type) {
    case 'NUMBER':
    case 'CURRENCY':
    case 'PERCENTAGE': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      return [typeof number === 'number' && Number.isFinite(number) ? number : null]
    }
    case 'BOOLEAN':
      return [value === true || value === 'true' ? true : value === false || value === 'false' ? false : null]
    case 'DATE':
      return [readSpan(value, 'any')]
    case 'DATETIME':
      return [readSpan(value, dialect.instants)]
    case 'GSID':
    case 'LOOKUP':
      return [typeof value === 'string' && value !== '' ? value : null]
    case 'PICKLIST':
    case 'MULTISELECTDROPDOWNLIST':
      return typeof value === 'string' && value !== '' ? [fold(value)] : [null]
    default:
      return [
        typeof value === 'string' && value !== '' ? fold(value) : typeof value === 'number' ? String(value) : null,
      ]
  }
}

const fold = (text: string) => text.toLowerCase()

/** Reads the forms of dates that samples show (reference 5.1); a day counts whole, an instant for its millisecond. Bare values are UTC. */
function readSpan(value: unknown, accepted: Dialect['instants']): Span | null {
  const isEpoch = typeof value === 'number' || (typeof value === 'string' && /^-?\d{9,}$/.test(value))
  if (isEpoch) return accepted === 'iso' ? null : instantSpan(Number(value))
  if (typeof value !== 'string' || accepted === 'epoch') return null
  const american = /^(\d\d)-(\d\d)-(\d{4})$/.exec(value)
  const day = startOfDay(american ? `${american[3]}-${american[1]}-${american[2]}` : value)
  if (day !== null) return { from: day, to: day + dayMs }
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(value)) return null
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(value)
  return instantSpan(Date.parse(value.replace(' ', 'T') + (hasZone ? '' : 'Z')))
}

function instantSpan(instant: number): Span | null {
  return Number.isNaN(instant) ? null : { from: instant, to: instant + 1 }
}

/** What a field holds, in the form in which it is compared; empty when it holds nothing. Picklists answer to id and label alike. */
function stored(field: Field, value: FieldValue): Stored[] {
  if (value === null || value === '') return []
  switch (field.type) {
    case 'DATE':
      return typeof value === 'string' ? [Date.parse(value)] : []
    case 'PICKLIST':
    case 'MULTISELECTDROPDOWNLIST':
      return itemIds(value).flatMap((id) => namesOf(field, id))
    case 'GSID':
    case 'LOOKUP':
      return [value]
    default:
      return [typeof value === 'string' ? fold(value) : value]
  }
}

function namesOf(field: Field, id: string): string[] {
  const item = field.picklist?.items.find((candidate) => candidate.gsid === id)
  return item ? [fold(id), fold(item.name)] : [fold(id)]
}

function valueTest(operator: Operator, wanted: readonly Wanted[]): (values: Stored[]) => boolean {
  const [low, high] = wanted
  switch (operator) {
    case 'IS_NULL':
      return (values) => values.length === 0
    case 'BTW':
      return (values) => values.some((value) => compare(value, low) >= 0 && compare(value, high) <= 0)
    case 'GT':
      return (values) => values.some((value) => compare(value, low) > 0)
    case 'GTE':
      return (values) => values.some((value) => compare(value, low) >= 0)
    case 'LT':
      return (values) => values.some((value) => compare(value, low) < 0)
    case 'LTE':
      return (values) => values.some((value) => compare(value, low) <= 0)
    case 'CONTAINS':
      return wordTest(wanted, (held, word) => held.includes(word))
    case 'STARTS_WITH':
      return wordTest(wanted, (held, word) => held.startsWith(word))
    case 'ENDS_WITH':
      return wordTest(wanted, (held, word) => held.endsWith(word))
    default:
      return equalityTest(wanted)
  }
}

function wordTest(
  wanted: readonly Wanted[],
  test: (held: string, word: string) => boolean,
): (values: Stored[]) => boolean {
  const words = wanted.filter((word) => typeof word === 'string')
  return (values) => values.some((held) => words.some((word) => test(String(held), word)))
}

/** A set where it can be: an IN over thousands of ids is looked up, not walked. */
function equalityTest(wanted: readonly Wanted[]): (values: Stored[]) => boolean {
  const spans = wanted.filter((each) => typeof each === 'object')
  const plain = new Set<Stored>(wanted.filter((each) => typeof each !== 'object'))
  return (values) => values.some((value) => plain.has(value) || spans.some((span) => compare(value, span) === 0))
}

const collator = new Intl.Collator('en')

/** Below, at or above; an instant within a wanted span is at it. */
function compare(value: Stored, wanted: Wanted | undefined): number {
  if (typeof wanted === 'object') return Number(value) < wanted.from ? -1 : Number(value) >= wanted.to ? 1 : 0
  if (typeof value === 'string') return collator.compare(value, String(wanted))
  return Number(value) - Number(wanted)
}
