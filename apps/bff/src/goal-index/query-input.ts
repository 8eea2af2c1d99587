import * as shared from '@goalkeeper/texts/server/common'
import * as says from '@goalkeeper/texts/server/goals'
import type { Field } from '@goalkeeper/contract/catalogue'
import { canGroupBy } from '@goalkeeper/contract/goal-groups'
import type { GoalQuery } from '@goalkeeper/contract/goals'
import { goalQuerySchema } from '@goalkeeper/contract/goals'
import { checkFilter } from '@goalkeeper/filter/check'
import { fieldNamed } from '@goalkeeper/filter/field'
import { mentionsMe, withMe } from '@goalkeeper/filter/me'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { AppError } from '../http/app-error.ts'
import type { QueryContext } from './query.ts'
import type { ReadSearch } from './search-reading.ts'
import type { Sight } from './sight.ts'

export type Sorting = { field: Field; direction: 'asc' | 'desc' }

/** A query that is known to make sense, with its fields looked up. */
export type CheckedQuery = {
  filter: FilterTree | null
  sort: Sorting[]
  /** Above all sort keys: the field whose equal values stand together. */
  group: Sorting | null
  offset: number
  limit: number
  facets: Field[]
  select: Field[]
  context: QueryContext
}

/** Rows bring the descriptions only when they are asked for: they are most of a goal's size. */
const notByDefault = new Set(['Description', 'CTA', 'SP'])

/** Looks up the fields of a query and who is meant by `@me`; throws an AppError (`invalid`) that names every place where it makes no sense. */
export function checkQuery(
  asked: GoalQuery,
  fields: readonly Field[],
  { sight, today: serverToday, search = null }: { sight: Sight; today: string; search?: ReadSearch | null },
): CheckedQuery {
  const query = goalQuerySchema.parse(asked)
  const faults: Record<string, string> = {}
  const look = (
    names: readonly string[],
    path: (index: number) => string,
    isFit: (field: Field) => boolean,
    unfit: string,
  ) =>
    names.flatMap((name, index) => {
      const field = fieldNamed(fields, name)
      if (field && isFit(field)) return [field]
      faults[path(index)] = field ? `${name} ${unfit}` : shared.thereIsNoField(JSON.stringify(name))
      return []
    })

  const sortFields = look(
    query.sort.map(({ field }) => field),
    (index) => `sort.${index}.field`,
    ({ sortable }) => sortable,
    says.cannotBeSortedBy,
  )
  const [groupField] = look(
    query.group ? [query.group.field] : [],
    () => 'group.field',
    canGroupBy,
    says.cannotBeGroupedByHardlyTwo,
  )
  const facets = look(
    query.facets,
    (index) => `facets.${index}`,
    ({ type }) => type !== 'html',
    says.holdsTextsOfWhichHardlyTwo,
  )
  const select = query.select
    ? look(
        query.select,
        (index) => `select.${index}`,
        () => true,
        '',
      )
    : fields.filter(({ name, type }) => type !== 'ids' && !notByDefault.has(name))
  for (const { path, sentence } of query.filter ? checkFilter(query.filter, fields) : []) {
    faults[path === '' ? 'filter' : `filter.${path}`] = sentence
  }
  const isOfMe = query.filter !== null && mentionsMe(query.filter, fields)
  if (isOfMe && sight.me === null) faults['filter'] = nobodyIsMe
  const [fault] = Object.values(faults)
  if (fault !== undefined) throw new AppError('invalid', fault, { fields: faults })

  const sort = sortFields.map((field, index) => ({ field, direction: query.sort[index]?.direction ?? 'asc' }))
  const context = { fields, today: query.today ?? serverToday, within: sight.within, search }
  const filter = query.filter && sight.me !== null ? withMe(query.filter, fields, sight.me) : query.filter
  const group = query.group && groupField ? { field: groupField, direction: query.group.direction } : null
  return { filter, sort, group, offset: query.offset, limit: query.limit, facets, select, context }
}

/** Why nobody can be told whose goals are theirs. */
const nobodyIsMe = says.theFilterMeansMeAndGainsight
