import * as texts from '@goalkeeper/texts/server/goals'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { compileWhere } from '@goalkeeper/filter/where'
import type { WhereCapabilities } from '@goalkeeper/filter/where-capabilities'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import type { Field, Status } from '@goalkeeper/contract/catalogue'
import type { Capabilities } from '#bff/connection/capabilities.ts'
import type { GoalIndexNeeds } from './needs.ts'
import { labelsIn } from './filter-labels.ts'
import { checkQuery } from './query-input.ts'
import type { Sight } from './sight.ts'

export type GoalsCall = { call: { method: 'POST'; path: string; body: unknown }; left: string[] }

type Parts = Pick<GoalIndexNeeds, 'catalogue' | 'connection'> & { today: () => string; select: () => Promise<string[]> }
export type AskedCall = { filter: FilterTree | null; search?: string | undefined; today?: string | undefined }

/**
 * The call that fetches the goals of a filter, as far as this tenant can be asked for them; `left` says in a sentence each what it leaves out.
 * Throws an AppError (`invalid`) for a filter that makes no sense. Nothing is sent.
 */
export async function goalsCall(
  { catalogue, connection, today, select }: Parts,
  asked: AskedCall,
  sight: Sight,
): Promise<GoalsCall> {
  const fields = await catalogue.fields()
  const { filter: wanted, context } = checkQuery(asked, fields, { sight, today: today() })
  // What somebody sees belongs to the list that is printed.
  const filter = sight.within && wanted ? { and: [sight.within, wanted] } : (sight.within ?? wanted)
  const capabilities = connection.capabilities()
  const compiled =
    filter &&
    compileWhere(
      filter,
      { ...context, labelOf: await labelsIn(filter, fields, catalogue) },
      whereCapabilities(capabilities, fields, await catalogue.statuses()),
    )
  const body = {
    select: await select(),
    ...(compiled?.where && { where: compiled.where }),
    pageSize: capabilities.pageMaximum,
    pageNumber: capabilities.pageBase,
  }
  const { method, path } = tenantRoutes.fetchGoals
  const unsearched = asked.search ? [texts.gainsightHasNoSearchIsLeft(asked.search)] : []
  const left = compiled && !compiled.complete ? compiled.left : []
  return { call: { method, path, body }, left: [...unsearched, ...left] }
}

function whereCapabilities(
  known: Capabilities,
  fields: readonly Field[],
  statuses: readonly Status[],
): WhereCapabilities {
  const own = fields.filter(
    ({ group, name }) => (group === 'standard' || group === 'custom') && !known.refusedFields.has(name),
  )
  const records = statuses.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]))
  const areAllKnown = records.length === statuses.length
  return {
    operators: known.operators,
    grammar: known.parentheses ? 'full' : known.or ? 'single-connective' : 'and',
    fields: new Set(own.map(({ name }) => name)),
    instants: known.modifiedSince,
    names: new Map(areAllKnown ? [['StatusName', { idField: 'StatusId', records }]] : []),
  }
}
