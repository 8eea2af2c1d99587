import type { Field } from '@goalkeeper/contract/catalogue'
import { aboutName } from '@goalkeeper/contract/exports'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { filterSentence } from '@goalkeeper/filter/sentence'
import type { SortKey } from '@goalkeeper/contract/goals'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import { labelsIn } from '#bff/goal-index/filter-labels.ts'
import type { Cell } from '#bff/http/csv.ts'

/** What is to be known of an export, whoever finds the file later. */
export type About = {
  /** Which goals it holds. */
  goals: string
  sort: string
  /** Of the data; null before the index has agreed with the tenant once. */
  asOf: number | null
  exact: boolean
  /** Goals that may belong to it, of which nobody can tell. */
  undecided: number
  writtenAt: number
  writtenFor: string
}

type Chosen = { gsids: string[] } | { filter: FilterTree | null; search?: string | undefined; except: string[] }

/** Which goals an export holds, in words. `isScoped`: whoever asks does not see all of them. */
export async function goalsInWords(
  chosen: Chosen,
  isScoped: boolean,
  fields: readonly Field[],
  catalogue: Pick<Catalogue, 'names'>,
): Promise<string> {
  const seen = isScoped ? ', of those that the reader sees' : ''
  if ('gsids' in chosen) return `goals that were selected one by one${seen}`
  const { filter, search, except } = chosen
  const found = search ? ` that a search for “${search}” finds` : ''
  const without = except.length > 0 ? `, without ${except.length.toLocaleString('en')} that were taken out` : ''
  if (filter === null) return `all goals${found}${seen}${without}`
  const wording = { fields: fields.map(withoutId), labelOf: await labelsIn(filter, fields, catalogue) }
  return `goals${found}${found && ','} whose ${filterSentence(filter, wording)}${seen}${without}`
}

/** With a name in place of the id, "Company is Harborline" reads better than "Company id is …". */
const withoutId = (field: Field) =>
  field.type === 'gsid' ? { ...field, label: field.label.replace(/ id$/i, '') } : field

export function sortInWords(
  group: SortKey | null,
  sort: readonly SortKey[],
  fields: readonly Field[],
  isSearched: boolean,
): string {
  const keys = [group, ...sort].flatMap((key) => {
    if (!key) return []
    const label = fieldNamed(fields, key.field)?.label ?? key.field
    return key.direction === 'asc' ? label : `${label}, descending`
  })
  return keys.join('; then ') || (isSearched ? 'how well the search finds them' : 'Gsid')
}

/**
 * The last column of a CSV, whose name says it all and whose cells are empty: a line of comment would be a row to every other program,
 * and would not survive a spreadsheet's sorting.
 */
export function aboutHeader({ goals, asOf, exact, undecided }: About, rows: number): string {
  const when = asOf === null ? '' : `; data as of ${iso(asOf)}`
  const leftOut = undecided === 0 ? '' : `; without ${undecidedWords(undecided)}`
  return `${aboutName}: ${count(rows)}; ${goals}${when}${exact ? '' : `; ${soFar}`}${leftOut}`
}

/** The second sheet of a workbook. It is written last, so that it can say how many rows there really are. */
export function aboutRows(
  { goals, sort, asOf, exact, undecided, writtenAt, writtenFor }: About,
  rows: number,
): Cell[][] {
  return [
    ['Rows', count(rows)],
    ['Holds', goals],
    ['Sorted by', sort],
    ['Data as of', asOf === null ? 'Not known' : iso(asOf)],
    ...(exact ? [] : [['Complete', `No: ${soFar}`]]),
    ...(undecided === 0 ? [] : [['Left out', undecidedWords(undecided)]]),
    ['Written', `${iso(writtenAt)} for ${writtenFor}`],
    ['Times', 'UTC; due dates are calendar dates'],
    ['Import', importWords],
  ]
}

const soFar = 'not every goal had been read from Gainsight yet'
const importWords =
  'Goalkeeper takes this file back: Gsid says which goal a row is, Version whether it has moved on since. An apostrophe before =, +, - or @ keeps a text from being a formula, and is taken away again.'

const undecidedWords = (goals: number) =>
  `${count(goals)} that may match: nothing is known of CTAs or plans that ${goals === 1 ? 'it links' : 'they link'} to`
const count = (rows: number) => (rows === 1 ? '1 goal' : `${rows.toLocaleString('en')} goals`)
const iso = (instant: number) => new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z')
