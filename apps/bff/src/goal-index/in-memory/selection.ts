import { testOf } from '@goalkeeper/filter/condition'
import { derivedCases, type DerivedField, isDerivedField, withoutDerived } from '@goalkeeper/filter/derived'
import type { FilterContext } from '@goalkeeper/filter/evaluate'
import { fieldNamed, type FilterField } from '@goalkeeper/filter/field'
import { frozenIdIn } from '@goalkeeper/filter/frozen'
import { type Condition, conditionsOf, type FilterTree, isCondition } from '@goalkeeper/filter/tree'
import type { Column } from './column.ts'
import type { Table } from './table.ts'

/** By the rows of goals: 1 for one that passes, 0 for one that does not. Once worked out they stay as they are. */
type Marks = Uint8Array<ArrayBuffer>

/** Selects goals for one who asks: what is asked several times, alone or within another filter, is worked out once. */
export type Selection = {
  /** The rows of the goals that pass all of some filters, in the order of their Gsids. Their fields have to be in the table. */
  rows: (trees: readonly FilterTree[]) => Uint32Array
  /** What goals hold in a field that is worked out from others: by their rows, the place of the case from 1 on. */
  cases: (field: DerivedField) => Uint8Array
}

export function createSelection(table: Table, context: FilterContext): Selection {
  const size = table.size()
  const known = new Map<FilterTree, Marks>()

  function marksOf(tree: FilterTree): Marks {
    const before = known.get(tree)
    if (before) return before
    const marks = isCondition(tree) ? marksOfCondition(tree) : marksOfGroup(tree)
    known.set(tree, marks)
    return marks
  }

  function marksOfGroup(tree: Exclude<FilterTree, Condition>): Marks {
    if ('not' in tree) return marksOf(tree.not).map((mark) => 1 - mark)
    const isAll = 'and' in tree
    const [first, ...others] = isAll ? tree.and : tree.or
    if (!first) return new Uint8Array(size).fill(isAll ? 1 : 0)
    const marks = marksOf(first).slice()
    for (const other of others) {
      const more = marksOf(other)
      if (isAll) for (let row = 0; row < size; row += 1) marks[row]! &= more[row]!
      else for (let row = 0; row < size; row += 1) marks[row]! |= more[row]!
    }
    return marks
  }

  function marksOfCondition(condition: Condition): Marks {
    const field = fieldNamed(context.fields, condition.field)
    const stored = field && withoutDerived(condition, field.type, context.today)
    if (stored) return marksOf(stored)
    const column = field && table.column(field)
    if (!column) throw new Error(`A filter on ${condition.field} was run in memory, where that is not`)
    const passing = passingValues(condition, column, context.today)
    const marks = new Uint8Array(size)
    const { codes } = column
    for (let row = 0; row < size; row += 1) marks[row] = passing[codes[row] ?? 0] ?? 0
    return marks
  }

  return {
    rows(trees) {
      const all = table.inOrder()
      if (trees.length === 0) return all
      const marks = trees.length === 1 && trees[0] ? marksOf(trees[0]) : marksOf({ and: [...trees] })
      const selected = new Uint32Array(all.length)
      let found = 0
      for (const row of all) {
        selected[found] = row
        found += marks[row] ?? 0
      }
      return selected.subarray(0, found)
    },
    cases(field) {
      const places = new Uint8Array(size)
      for (const [place, { when }] of derivedCases[field].entries()) {
        const marks = marksOf(when)
        for (let row = 0; row < size; row += 1) if (marks[row] === 1) places[row] = place + 1
      }
      return places
    },
  }
}

/** By the numbers of a column's values: 1 for one on which a condition holds. */
function passingValues(condition: Condition, { type, held }: Column, today: string): Uint8Array {
  const test = testOf(condition, type, today)
  const passing = new Uint8Array(held.length)
  for (let code = 0; code < passing.length; code += 1) if (test(held[code] ?? [])) passing[code] = 1
  return passing
}

/** The stored fields that a filter looks at; null for one that only the database can run, as it names a frozen list. */
export function fieldsBehind(tree: FilterTree, context: FilterContext): FilterField[] | null {
  const conditions = conditionsOf(tree)
  if (conditions.some(({ field, value }) => field === 'Gsid' && value?.some((each) => frozenIdIn(each) !== null)))
    return null
  return conditions.flatMap(({ field }) => storedFields(field, context))
}

/** A field as it is stored, or those that it is worked out from. */
export function storedFields(name: string, context: FilterContext): FilterField[] {
  if (isDerivedField(name))
    return derivedCases[name].flatMap(({ when }) =>
      conditionsOf(when).flatMap(({ field }) => fieldNamed(context.fields, field) ?? []),
    )
  const field = fieldNamed(context.fields, name)
  return field ? [field] : []
}
