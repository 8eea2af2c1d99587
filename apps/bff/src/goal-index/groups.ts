import * as texts from '@goalkeeper/texts/server/goals'
import { type Field, namedKindSchema } from '@goalkeeper/contract/catalogue'
import { type GoalGroup, mostGroups } from '@goalkeeper/contract/goal-groups'
import { derivedCases, isDerivedField } from '@goalkeeper/filter/derived'
import { fieldNamed } from '@goalkeeper/filter/field'
import { sql } from 'kysely'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Database } from '#bff/database/connect.ts'
import { AppError } from '../http/app-error.ts'
import { emptyLabel } from './empty-label.ts'
import { groupSql } from './field-sql.ts'
import { conditionOf } from './query.ts'
import type { CheckedQuery, Sorting } from './query-input.ts'
import type { Remembered } from './remembered.ts'
import { storedSql } from './stored-sql.ts'

/** A group as it is counted: its value as text, and the name behind it where that has a field of its own. */
export type CountedGroup = { value: string | null; name: string | null; count: number }

type GroupedQuery = Pick<CheckedQuery, 'filter' | 'context'> & { group: Sorting }
type Parts = {
  database: Database
  catalogue: Pick<Catalogue, 'statuses' | 'names' | 'companies'>
  remembered: Remembered
}

export type Groups = ReturnType<typeof createGroups>

/** The groups of the goals that pass a filter. Throws an AppError (`invalid`) when there are too many to look through. */
export function createGroups({ database, catalogue, remembered }: Parts) {
  /** By their names as people sort them, or as their own order is; empty last in both directions. */
  async function inOrder(query: GroupedQuery): Promise<CountedGroup[]> {
    const { filter, context } = query
    const { field, direction } = query.group
    const counted = await remembered.answer(
      ['groups', field.name, filter, context.today, context.within, context.search?.text],
      () => countGroups(database, query),
    )
    if (counted.length > mostGroups) throw tooMany(field)
    const named = await withNames(query, counted)
    const order = await ownOrder(field)
    const place = (group: CountedGroup) => order.get(group.value ?? '') ?? order.size
    const filled = named.filter(({ value }) => value !== null)
    const sorted = order.size > 0 ? filled.toSorted((a, b) => place(a) - place(b)) : filled
    const directed = direction === 'desc' ? sorted.toReversed() : sorted
    return [...directed, ...named.filter(({ value }) => value === null)]
  }

  /** Values that are chosen from a list, and statuses, have an order of their own. */
  async function ownOrder(field: Field): Promise<Map<string, number>> {
    const values =
      field.name === 'StatusName'
        ? (await catalogue.statuses()).toSorted((a, b) => a.order - b.order).map(({ name }) => name)
        : isDerivedField(field.name)
          ? derivedCases[field.name].map(({ value }) => String(value))
          : field.options.map(({ value, label }) => (field.group === 'custom' ? label : value))
    return new Map(values.map((value, index) => [value, index]))
  }

  /** Ids whose names have no field are named, and sorted, by the catalogue. */
  async function withNames({ group: { field }, context }: GroupedQuery, groups: CountedGroup[]) {
    const kind = namedKindSchema.safeParse(field.lookup).data
    if (field.type !== 'gsid' || !kind || kind === 'company' || nameField(field, context.fields)) return groups
    const names = await catalogue.names(
      kind,
      groups.flatMap(({ value }) => value ?? []),
    )
    return groups
      .map((group) => ({ ...group, name: names.get(group.value ?? '') ?? null }))
      .toSorted((a, b) => collator.compare(a.name ?? '', b.name ?? ''))
  }

  /** As a list shows them: with labels, and with what tells two of one label apart. */
  async function shown(query: GroupedQuery): Promise<GoalGroup[]> {
    const { field } = query.group
    const groups = (await inOrder(query)).map(({ value, name, count }) => ({
      value: value !== null && field.type === 'boolean' ? value === 'true' : value,
      label: name ?? labelOf(field, value),
      hint: null as string | null,
      count,
    }))
    if (field.lookup !== 'company' && field.name !== 'CompanyId') return groups
    const seen = new Map<string, number>()
    for (const { label } of groups) seen.set(label, (seen.get(label) ?? 0) + 1)
    const isDouble = ({ label }: GoalGroup) => (seen.get(label) ?? 0) > 1
    const doubles = groups.filter(isDouble).flatMap(({ value }) => (typeof value === 'string' ? value : []))
    const companies =
      doubles.length > 0 ? await catalogue.companies(doubles) : new Map<string, { hint: string | null }>()
    return groups.map((group) =>
      isDouble(group) ? { ...group, hint: companies.get(String(group.value))?.hint ?? null } : group,
    )
  }

  return { inOrder, shown }
}

const collator = new Intl.Collator('en')

async function countGroups({ db }: Database, { filter, context, group }: GroupedQuery): Promise<CountedGroup[]> {
  const names = nameField(group.field, context.fields)
  const name = names ? sql`max(${storedSql(names)} collate "und-x-icu")` : sql`null::text`
  const { rows } = await sql<CountedGroup>`
    SELECT value, name, count FROM (
      SELECT nullif(${groupSql(group.field, context)}, '') AS value, ${name} AS name, count(*) AS count
      FROM goal WHERE ${conditionOf(filter, context)} GROUP BY 1
    ) AS counted
    ORDER BY coalesce(name, value) collate "und-x-icu", value LIMIT ${mostGroups + 1}`.execute(db)
  return rows
}

/** The field with the names behind the ids of another; nothing where they have none. */
function nameField({ name, type }: Field, fields: CheckedQuery['context']['fields']) {
  if (type !== 'gsid') return undefined
  const other = fieldNamed(fields, name.replace(/Id$/, 'Name')) ?? fieldNamed(fields, `${name}__gr.Name`)
  return other?.name === name ? undefined : other
}

function labelOf(field: Field, value: string | null): string {
  if (value === null) return emptyLabel(field)
  if (field.type === 'date') return texts.monthOfYear(new Date(`${value}-01T00:00:00Z`))
  if (field.type === 'boolean') return value === 'true' ? texts.yes : texts.no
  return field.options.find((option) => option.value === value)?.label ?? value
}

function tooMany({ label }: Field): AppError {
  const sentence = texts.hasMoreThanValuesAmongThese(label, mostGroups)
  return new AppError('invalid', sentence, { fields: { 'group.field': sentence } })
}
