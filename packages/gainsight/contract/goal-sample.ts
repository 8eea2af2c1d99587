import type { TenantClient } from '../src/client.ts'
import { GainsightError } from '../src/error.ts'
import type { FetchGoalsRequest, GoalEntry } from '../src/goals.ts'

export type Where = NonNullable<FetchGoalsRequest['where']>

/** What every goal check stands on: how to ask for goals at all, and some of them. */
export type GoalSample = {
  /** The fields that the tenant gives, of the documented ones and those that syncing needs. */
  select: string[]
  /** A filter that lets every goal through, for a tenant that wants one. */
  where: Where | null
  /** A page size that the tenant takes: 100, as in the documented sample, or less. */
  pageSize: number
  /** The number of the first page. */
  firstPage: 0 | 1
  entries: GoalEntry[]
}

const sampleFields = ['Gsid', 'Name', 'StatusId', 'DueDate', 'Description', 'CompanyId', 'CreatedDate', 'ModifiedDate']

const filters: (Where | null)[] = [
  null,
  { conditions: [{ fieldName: 'Gsid', operator: 'IS_NOT_NULL', value: [], alias: 'A' }], expression: 'A' },
  { conditions: [{ fieldName: 'CreatedDate', operator: 'GTE', value: ['2000-01-01'], alias: 'A' }], expression: 'A' },
  {
    conditions: [{ fieldName: 'EntityType', operator: 'EQ', value: ['COMPANY'], alias: 'A' }],
    expression: 'A',
  },
]

type Asked = Pick<GoalSample, 'where' | 'pageSize' | 'select'>

/** Learns how this tenant lists goals, dropping what it refuses. Throws its refusal when nothing is left to drop. */
export async function takeGoalSample(client: TenantClient): Promise<GoalSample> {
  let asked: Asked = { where: null, pageSize: 100, select: sampleFields }
  for (;;) {
    try {
      return await sampleBy(client, asked)
    } catch (error) {
      if (!(error instanceof GainsightError) || error.kind !== 'refused') throw error
      const less = withoutRefused(asked, error)
      if (!less) throw error
      asked = less
    }
  }
}

/** The next smaller page, fewer fields or the next filter, by what the refusal names; null when there is none. */
function withoutRefused(asked: Asked, { fields }: GainsightError): Asked | null {
  if ('pageSize' in fields) return asked.pageSize > 1 ? { ...asked, pageSize: Math.ceil(asked.pageSize / 5) } : null
  const isFilterRefused = asked.where?.conditions.some((condition) => condition.fieldName in fields)
  const select = asked.select.filter((field) => field === 'Gsid' || !(field in fields))
  if (!isFilterRefused && select.length < asked.select.length) return { ...asked, select }
  const where = filters[filters.indexOf(asked.where) + 1]
  return where === undefined ? null : { ...asked, where }
}

async function sampleBy(client: TenantClient, asked: Asked): Promise<GoalSample> {
  const { select, pageSize, where } = asked
  const { recordList } = await client.fetchGoals({ select, pageSize, pageNumber: 1, ...(where && { where }) })
  const gsid = recordList[0]?.dataList.Gsid
  if (!gsid) return { ...asked, firstPage: 1, entries: recordList }
  // The first page of one goal holds it. Were pages counted from 0, page 1 would be the empty one behind it.
  const only = await client.fetchGoals({ select, pageSize: 1, pageNumber: 1, where: gsidFilter([gsid]) })
  return { ...asked, firstPage: only.recordList.length > 0 ? 1 : 0, entries: recordList }
}

/** The filter for goals by Gsid: the documented EQ for one, IN for several. */
export function gsidFilter(gsids: string[]): Where {
  const operator = gsids.length === 1 ? 'EQ' : 'IN'
  return { conditions: [{ fieldName: 'Gsid', operator, value: gsids, alias: 'A' }], expression: 'A' }
}
