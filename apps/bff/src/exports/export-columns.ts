import * as texts from '@goalkeeper/texts/server/exports'
import * as common from '@goalkeeper/texts/server/common'
import { type Field, type NamedKind, namedKindSchema } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { fieldNamed } from '@goalkeeper/filter/field'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { parentFields } from '@goalkeeper/gainsight/goal-parts'
import { etagOf } from '#bff/gateway/goal-version.ts'
import type { FrozenGoal } from '#bff/goal-index/frozen-goals.ts'
import { AppError } from '#bff/http/app-error.ts'
import type { Cell } from '#bff/http/csv.ts'
import type { Column, Holds } from '#bff/spreadsheet/column.ts'
import { fieldCell } from '#bff/spreadsheet/field-cell.ts'
import { createHeaders } from './export-header.ts'

/** Names behind the ids of some goals. */
type Names = ReadonlyMap<string, string>

export type ExportColumn = Column & { cell: (goal: FrozenGoal, names: Names) => Cell }

export type ExportPlan = {
  columns: ExportColumn[]
  /** What has to be read of the goals. */
  fields: Field[]
  /** Fields with ids that stand beside their names. */
  named: { field: Field; kind: NamedKind }[]
}

/**
 * The columns of an export: Gsid and version, then the fields that are asked for (undefined: all) in their order, each parent with its
 * Gsid and each other id with its name. Throws an AppError (`invalid`) for fields that there are not.
 */
export function planColumns(
  all: readonly Field[],
  asked: readonly string[] | undefined,
  richText: 'words' | 'html',
): ExportPlan {
  const fields = withParentIds(asked ? chosen(all, asked) : [...all], all).filter(({ name }) => name !== 'Gsid')
  const headers = createHeaders(all)
  const named: ExportPlan['named'] = []
  const columns: ExportColumn[] = [
    { header: headers.fixed('Gsid'), holds: 'text', cell: ({ version }) => version.gsid },
    // Without its quotation marks, which would be doubled in a CSV.
    { header: headers.fixed('Version'), holds: 'long', cell: ({ version }) => etagOf(version).slice(1, -1) },
  ]
  for (const field of fields) {
    const kind = kindNamed(field, all)
    const header = headers.ofField(field)
    if (kind) {
      named.push({ field, kind })
      const nameIn = (goal: FrozenGoal, names: Names) => namesIn(goal.fields[field.name] ?? null, names)
      columns.push({ header: headers.ofNote(texts.nameOfRecord(field.label)), holds: 'text', cell: nameIn })
    }
    const holds = holdsOf(field)
    columns.push({
      header: holds === 'moment' ? headers.ofNote(`${header} (UTC)`) : header,
      holds,
      cell: ({ fields: values }) => cellOf(values[field.name] ?? null, field, richText),
    })
  }
  return { columns, fields, named }
}

/** The name behind an id; of a list of ids each that is known. */
function namesIn(value: FieldValue, names: Names): string | null {
  const known = [value].flat().flatMap((id) => names.get(String(id)) ?? [])
  return known.length > 0 ? known.join('; ') : null
}

function chosen(all: readonly Field[], asked: readonly string[]): Field[] {
  const faults: Record<string, string> = {}
  const fields = [...new Set(asked)].flatMap((name) => {
    const field = fieldNamed(all, name)
    if (!field) faults[`columns.${asked.indexOf(name)}`] = common.thereIsNoField(JSON.stringify(name))
    return field ?? []
  })
  const [fault] = Object.values(faults)
  if (fault !== undefined) throw new AppError('invalid', fault, { fields: faults })
  return fields
}

/** A name alone does not say which company it is: its Gsid stands behind it, unless it stands elsewhere. */
function withParentIds(fields: readonly Field[], all: readonly Field[]): Field[] {
  return fields.flatMap((field) => {
    const parent = Object.values(parentFields).find(({ name }) => name === field.name)
    const id = parent && fieldNamed(all, parent.id)
    return id && !fields.includes(id) ? [field, id] : [field]
  })
}

/** Of ids whose names have no field of their own, the kind of record that they stand for. */
function kindNamed({ name, type, lookup }: Field, all: readonly Field[]): NamedKind | null {
  const named = [name.replace(/Id$/, 'Name'), `${name}__gr.Name`]
  if (type !== 'gsid' || named.some((other) => other !== name && fieldNamed(all, other))) return null
  return namedKindSchema.safeParse(lookup).data ?? null
}

const holdsOfType: Partial<Record<Field['type'], Holds>> = {
  number: 'number',
  boolean: 'boolean',
  date: 'day',
  datetime: 'moment',
  html: 'long',
}

/** An instant that can be edited stands as a text with its zone and its milliseconds, which a cell of a spreadsheet has not. */
function holdsOf({ type, editable }: Field): Holds {
  return type === 'datetime' && editable ? 'text' : (holdsOfType[type] ?? 'text')
}

function cellOf(value: FieldValue, field: Field, richText: 'words' | 'html'): Cell {
  if (field.type === 'html' && typeof value === 'string') return richText === 'words' ? textOfHtml(value) : value
  return holdsOf(field) === 'moment' && typeof value === 'number' ? value : fieldCell(value, field.type)
}
