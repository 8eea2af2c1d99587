import * as common from '@goalkeeper/texts/common'
import type { Field } from '@goalkeeper/contract/catalogue'
import { columnAtFirst, pinnedFirst, type ColumnChoice } from './column-choice.ts'

/** A column of the list. `needs` are the fields that its cells read; `sortField` is what its header sorts by, null when it cannot. */
export type GoalColumn = {
  id: string
  label: string
  field: Field | null
  width: number
  needs: string[]
  sortField: string | null
  isNumeric: boolean
}

/** Short headers and measured widths for what people look at all day; every other field goes by its own label and type. */
const known: Record<string, { label?: string; width: number; needs?: string[] }> = {
  StatusName: { label: common.status, width: 140, needs: ['StatusName', 'StatusMeaning'] },
  Name: { width: 280 },
  CompanyName: { label: common.company, width: 172, needs: ['CompanyName', 'CompanyId'] },
  DueDate: { label: common.due, width: 112, needs: ['DueDate', 'Open'] },
  'CompanyId__gr.Csm__gr.Name': { label: common.csm, width: 120 },
  ModifiedDate: { label: common.changed, width: 112, needs: ['ModifiedDate', 'ModifiedByName'] },
  CreatedDate: { label: common.created, width: 112, needs: ['CreatedDate', 'CreatedByName'] },
  Description: { width: 320 },
}

const widthOfType: Partial<Record<Field['type'], number>> = {
  number: 104,
  boolean: 88,
  date: 112,
  datetime: 112,
  html: 240,
  gsid: 168,
  ids: 88,
}

/** Both association counts in one narrow column; not a field of the tenant's, so it is made here. */
const links: GoalColumn = {
  id: 'Links',
  label: common.links,
  field: null,
  width: 96,
  needs: [],
  sortField: 'CTACount',
  isNumeric: false,
}

/** Every column there can be, in the order of the catalogue, the composed ones first. */
export function allColumns(fields: readonly Field[]): GoalColumn[] {
  const ofFields = fields.map((field): GoalColumn => {
    const { label, width, needs } = known[field.name] ?? { width: widthOfType[field.type] ?? 160 }
    return {
      id: field.name,
      label: label ?? field.label,
      field,
      width,
      needs: needs ?? (field.type === 'ids' ? [] : [field.name]),
      sortField: field.sortable ? field.name : null,
      isNumeric: field.type === 'number',
    }
  })
  return [links, ...ofFields]
}

/** The choices that this tenant has columns for. The name is always among them: a row without it could not be told from another. */
export function shownColumns(choices: ColumnChoice[], columns: readonly GoalColumn[]): ColumnChoice[] {
  const shown = choices.filter(({ id }) => columns.some((column) => column.id === id))
  const isNamed = shown.some(({ id }) => id === 'Name')
  return pinnedFirst(isNamed ? shown : [...shown, columnAtFirst('Name')])
}

/** The fields that the shown columns stand for, in the order of the columns. */
export function fieldsShown(choices: readonly ColumnChoice[], columns: readonly GoalColumn[]): Field['name'][] {
  return choices.flatMap(({ id }) =>
    id === links.id ? ['CTA', 'SP'] : columns.some((column) => column.id === id) ? [id] : [],
  )
}

/** What every row carries, whatever is shown: the narrow layout and editing read it, and who changed a goal is told when it changes. */
const always = ['Name', 'StatusName', 'StatusMeaning', 'DueDate', 'Open', 'CompanyName', 'ModifiedByName']

/** The fields to ask for: those of the columns, and `besides`. */
export function fieldsNeeded(
  choices: ColumnChoice[],
  columns: readonly GoalColumn[],
  fields: readonly Field[],
  besides: readonly string[] = [],
): string[] {
  const shown = columns.filter(({ id }) => choices.some((choice) => choice.id === id))
  const needed = new Set([...always, ...besides, ...shown.flatMap(({ needs }) => needs)])
  return fields.map(({ name }) => name).filter((name) => needed.has(name))
}
