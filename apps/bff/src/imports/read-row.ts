import * as texts from '@goalkeeper/texts/server/import-files'
import * as common from '@goalkeeper/texts/server/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { isTooLongCell } from '@goalkeeper/contract/exports'
import { createOnlyFields, type CellProblem, type ColumnTarget, type Mapping } from '@goalkeeper/contract/imports'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { EntityType } from '@goalkeeper/gainsight/goal-parts'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { fieldValueOf } from '#bff/changes/wish.ts'
import { readBoolean, readDate, readMoment, readNumber } from './cell-values.ts'
import { createNearness } from './nearness.ts'
import { createParentFinder, type FoundParent, type Parent, type ParentLists } from './parents.ts'

/** A problem as it is kept: `once` can be decided once for every row that has the value, and `open` makes the row ambiguous and not invalid. */
export type Problem = CellProblem & { once: boolean; open: boolean }

/** What a row says, before it is known which goal it is. */
export type Reading = {
  row: number
  /** The goal that a person has said it is. */
  chosen: string | null
  gsid: string | null
  version: string | null
  /** What the fields are to become, by name; null empties one. */
  fields: Map<string, FieldValue>
  /** The column of each field that has one, and what its cell says. */
  columns: Map<string, number>
  cells: Map<string, string>
  links: Record<'CTA' | 'SP', string[]>
  /** What it hangs on; null: it does not say. */
  parent: GivenParent | null
  problems: Problem[]
}

/** What a row says that a goal hangs on. `doubt`: a Gsid says what, and the name beside it is another one. */
export type GivenParent = { found: FoundParent; column: number; value: string; doubt: GivenDoubt | null }
type GivenDoubt = { value: string; problem: Problem }

export type GivenRow = { row: number; cells: string[]; gsid: string | null }
export type Decided = { column: number; value: string; decided: string }

export type ReadContext = {
  mapping: Mapping
  isWorkbook: boolean
  fields: readonly Field[]
  parents: ParentLists
  decisions: readonly Decided[]
}

/** Reads cells by a mapping that holds together. */
export function createRowReader({ mapping, isWorkbook, fields, parents, decisions }: ReadContext) {
  const finder = createParentFinder(parents)
  const decided = new Map(decisions.map((one) => [keyOf(one.column, one.value), one.decided]))
  const nearOptions = new Map<string, (word: string) => string[]>()

  function near(field: Field, word: string): string[] {
    const labels = field.options.filter(({ active }) => active).map(({ label }) => label)
    const look = nearOptions.get(field.name) ?? createNearness(labels, (label) => label)
    nearOptions.set(field.name, look)
    return look(word)
  }

  /** The value in a cell, or what is wrong with it. */
  function valueOf(field: Field, cell: string, column: number): { value: FieldValue } | { problem: Problem } {
    const fault = (reason: string) => ({ problem: problem(column, cell, reason) })
    const { label } = field
    switch (field.type) {
      case 'number': {
        const number = readNumber(cell, mapping.decimal, isWorkbook)
        return number === null ? fault(texts.mustBeANumberWithBefore(label, mapping.decimal)) : { value: number }
      }
      case 'boolean': {
        const value = readBoolean(cell)
        return value === null ? fault(texts.mustBeYesOrNo(label)) : { value }
      }
      case 'date': {
        const day = readDate(cell, mapping.dates)
        return day === null ? fault(texts.mustBeADate(label, dateWords[mapping.dates])) : { value: day }
      }
      case 'datetime': {
        const moment = readMoment(cell)
        return moment === null ? fault(texts.mustBeAnInstantWithIts(label)) : { value: moment }
      }
      case 'picklist':
        return optionOf(field, cell, column)
      case 'multipicklist': {
        const parts = cell.split(';').filter((part) => part.trim() !== '')
        const options = parts.map((part) => optionOf(field, part, column))
        const wrong = options.find((option) => 'problem' in option)
        return wrong ?? { value: options.flatMap((option) => ('value' in option ? String(option.value) : [])) }
      }
      case 'gsid':
        return isGsid(cell.trim()) ? { value: cell.trim() } : fault(texts.takesAGsid(label))
      case 'text':
      case 'html': {
        const text = field.name === 'Name' ? cell.trim() : cell
        const isTooLong = field.maxLength !== null && text.length > field.maxLength
        return isTooLong ? fault(common.takesAtMostCharacters(label, field.maxLength)) : { value: text }
      }
      case 'ids':
        return fault(common.cannotBeSet(label))
    }
  }

  function optionOf(field: Field, cell: string, column: number): { value: FieldValue } | { problem: Problem } {
    const text = decided.get(keyOf(column, cell.trim())) ?? cell.trim()
    const alike = field.options.filter(({ label }) => label.toLowerCase() === text.toLowerCase())
    const option = alike.find(({ active, label }) => active && label === text) ?? alike.find(({ active }) => active)
    if (option) return { value: option.label }
    const reason =
      alike.length > 0 ? texts.isNotUsedAnyMore(field.label, text) : texts.doesNotHaveTheValue(field.label, text)
    const suggestions = near(field, text).map((label) => ({ value: label, label, hint: null }))
    return { problem: { ...problem(column, cell.trim(), reason), suggestions, once: true } }
  }

  function parentIn(
    target: ColumnTarget & { kind: 'parent' },
    cell: string,
    column: number,
    companyId: string | null,
  ): FoundParent {
    const gsid = decided.get(keyOf(column, cell.trim()))
    if (gsid !== undefined) return finder.ofGsid(gsid, target.entityType)
    return finder.find(cell, target.entityType, target.by, companyId)
  }

  type ParentCell = { target: ColumnTarget & { kind: 'parent' }; column: number; cell: string }

  /** A Gsid counts more than a name, which has to be that of the same. */
  function givenBy(cells: readonly ParentCell[], companyId: string | null): GivenParent | null {
    const byGsid = cells.find(({ target }) => target.by === 'Gsid')
    const byName = cells.find(({ target }) => target.by !== 'Gsid')
    const read = ({ target, cell, column }: ParentCell) => parentIn(target, cell, column, companyId)
    const given = byGsid ?? byName
    if (!given) return null
    const found = read(given)
    const doubt = byGsid && byName ? doubtOf(found, read(byName), byName) : null
    return { found, column: given.column, value: given.cell.trim(), doubt }
  }

  function parentOf(cells: readonly string[]): Reading['parent'] | Problem {
    const given = mapping.columns.flatMap((target, column): ParentCell[] =>
      target.kind === 'parent' && (cells[column] ?? '').trim() !== ''
        ? [{ target, column, cell: cells[column] ?? '' }]
        : [],
    )
    const of = (entityType: EntityType) => given.filter(({ target }) => target.entityType === entityType)
    const [other, another] = [of('RELATIONSHIP'), of('OPPORTUNITY')].filter((some) => some.length > 0)
    if (other && another?.[0]) {
      const { column, cell } = another[0]
      return problem(column, cell, texts.aGoalHangsOnARelationship)
    }
    const company = givenBy(of('COMPANY'), null)
    if (!other) return company
    const found = givenBy(other, company && 'parent' in company.found ? company.found.parent.gsid : null)
    return found && { ...found, doubt: found.doubt ?? company?.doubt ?? null }
  }

  function readCell(reading: Reading, target: ColumnTarget, cell: string, column: number): void {
    const text = cell.trim()
    switch (target.kind) {
      case 'gsid':
        if (text === '') return
        if (isGsid(text)) reading.gsid = text
        else reading.problems.push(problem(column, cell, common.thisIsNoGsidItHas))
        return
      case 'version':
        reading.version = text === '' ? null : text
        if (text !== '') reading.columns.set('version', column)
        return
      case 'links': {
        const ids = text.split(/[;,\s]+/).filter(Boolean)
        const wrong = ids.find((id): boolean => !isGsid(id))
        reading.columns.set(target.link, column)
        if (wrong === undefined) reading.links[target.link] = [...new Set(ids)]
        else reading.problems.push(problem(column, cell, texts.isNoGsidSeveralStandApart(wrong)))
        return
      }
      case 'field':
        return readField(reading, target.field, cell, column)
      default:
    }
  }

  function readField(reading: Reading, name: string, cell: string, column: number): void {
    reading.columns.set(name, column)
    reading.cells.set(name, cell)
    // Our own export could not write it, so that nothing is said of it.
    if (isTooLongCell(cell)) return
    if (cell.trim() === '') {
      const isConstant = Object.hasOwn(mapping.constants, name)
      if (mapping.empty === 'clear' && !isConstant && !createOnlyFields.includes(name)) reading.fields.set(name, null)
      return
    }
    if (createOnlyFields.includes(name)) {
      reading.fields.set(name, cell.trim())
      return
    }
    const field = fieldNamed(fields, name)
    if (!field) return
    const read = valueOf(field, cell, column)
    if ('problem' in read) reading.problems.push(read.problem)
    else reading.fields.set(name, read.value)
  }

  return {
    parentOfGsid: (gsid: string): Parent | null => {
      const found = finder.ofGsid(gsid, 'COMPANY')
      return 'parent' in found ? found.parent : null
    },

    read({ row, cells, gsid }: GivenRow): Reading {
      const reading: Reading = {
        row,
        chosen: gsid,
        gsid: null,
        version: null,
        fields: new Map(),
        columns: new Map(),
        cells: new Map(),
        links: { CTA: [], SP: [] },
        parent: null,
        problems: [],
      }
      for (const [column, target] of mapping.columns.entries()) readCell(reading, target, cells[column] ?? '', column)
      const failed = new Set(reading.problems.map(({ column }) => column))
      for (const [name, value] of Object.entries(mapping.constants)) {
        const column = reading.columns.get(name)
        const hasOwn = reading.fields.has(name) || (column !== undefined && failed.has(column))
        if (!hasOwn) reading.fields.set(name, fieldValueOf(value))
      }
      const parent = parentOf(cells)
      if (parent && 'reason' in parent) reading.problems.push(parent)
      else reading.parent = parent
      return reading
    },
  }
}

export function problem(column: number | null, value: string, reason: string): Problem {
  return { column, value, reason, suggestions: [], once: false, open: false }
}

/** What is wrong with a name that stands beside a Gsid; null when it is that of the same. */
function doubtOf(byGsid: FoundParent, byName: FoundParent, { column, cell }: { column: number; cell: string }) {
  if (!('parent' in byGsid)) return null
  const { gsid, name } = byGsid.parent
  const isSame = 'parent' in byName ? byName.parent.gsid === gsid : byName.candidates.includes(gsid)
  if (isSame) return null
  const isUnknown = 'problem' in byName && byName.candidates.length === 0
  const reason = isUnknown ? byName.problem.reason : texts.theGsidBesideItIsThat(name)
  return { value: cell.trim(), problem: problem(column, cell.trim(), reason) }
}

/** What keeps a parent from being known, as a problem of its cell. */
export function parentProblem({
  found,
  column,
  value,
}: Pick<GivenParent, 'found' | 'column' | 'value'>): Problem | null {
  if ('parent' in found) return null
  return { ...found.problem, column, value, once: true, open: found.isAmbiguous }
}

const keyOf = (column: number, value: string) => `${column} ${value.trim()}`

const dateWords: Record<Mapping['dates'], string> = {
  iso: texts.suchAs20260331,
  'day-month-year': texts.dayBeforeMonthSuchAs31,
  'month-day-year': texts.monthBeforeDaySuchAs03,
  words: texts.suchAs31March2026,
}
