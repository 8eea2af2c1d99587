import { counted } from '@goalkeeper/texts/counted'
import * as texts from '@goalkeeper/texts/server/exports'
import * as common from '@goalkeeper/texts/server/common'
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
  const seen = isScoped ? texts.ofThoseThatTheReaderSees : ''
  if ('gsids' in chosen) return texts.goalsThatWereSelectedOneBy(seen)
  const { filter, search, except } = chosen
  const found = search ? texts.thatASearchForFinds(search) : ''
  const without = except.length > 0 ? texts.withoutThatWereTakenOut(except.length) : ''
  if (filter === null) return texts.allGoals(found, seen, without)
  const wording = { fields: fields.map(withoutId), labelOf: await labelsIn(filter, fields, catalogue) }
  return texts.goalsWhose(found, filterSentence(filter, wording), seen, without)
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
    return key.direction === 'asc' ? label : texts.descending(label)
  })
  return keys.join(texts.thenBy) || (isSearched ? texts.howWellTheSearchFindsThem : common.gsid)
}

/**
 * The last column of a CSV, whose name says it all and whose cells are empty: a line of comment would be a row to every other program,
 * and would not survive a spreadsheet's sorting.
 */
export function aboutHeader({ goals, asOf, exact, undecided }: About, rows: number): string {
  const when = asOf === null ? '' : texts.andDataAsOf(iso(asOf))
  const leftOut = undecided === 0 ? '' : texts.without(texts.thatMayMatchNothingIsKnown(undecided))
  return `${aboutName}: ${counted(rows, 'goal')}; ${goals}${when}${exact ? '' : `; ${soFar}`}${leftOut}`
}

/** The second sheet of a workbook. It is written last, so that it can say how many rows there really are. */
export function aboutRows(
  { goals, sort, asOf, exact, undecided, writtenAt, writtenFor }: About,
  rows: number,
): Cell[][] {
  return [
    [texts.rows, counted(rows, 'goal')],
    [texts.holds, goals],
    [texts.sortedBy, sort],
    [texts.dataAsOf, asOf === null ? texts.notKnown : iso(asOf)],
    ...(exact ? [] : [[texts.complete, texts.notExact(soFar)]]),
    ...(undecided === 0 ? [] : [[texts.leftOut, texts.thatMayMatchNothingIsKnown(undecided)]]),
    [texts.written, texts.writtenFor(iso(writtenAt), writtenFor)],
    [texts.times, texts.utcDueDatesAreCalendarDates],
    [texts.importWord, texts.goalkeeperTakesThisFileBack],
  ]
}

const soFar = texts.notEveryGoalHadBeenRead

const iso = (instant: number) => new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z')
