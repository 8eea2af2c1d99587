import type { TenantClient } from '../src/client.ts'
import { GainsightError } from '../src/error.ts'
import type { FetchGoalsRequest, GoalEntry } from '../src/goals.ts'

export type Where = NonNullable<FetchGoalsRequest['where']>

/** What every goal check stands on: how to ask for goals at all, and some of them. */
export type GoalSample = {
  /** A filter that lets every goal through, for a tenant that wants one. */
  where: Where | null
  /** A page size that the tenant takes: 100, as in the documented sample, or less. */
  pageSize: number
  /** The number of the first page. */
  firstPage: 0 | 1
  entries: GoalEntry[]
}

/** The documented fields and those that syncing needs. */
export const sampleFields = [
  'Gsid',
  'Name',
  'StatusId',
  'DueDate',
  'Description',
  'CompanyId',
  'CreatedDate',
  'ModifiedDate',
]

const filters: (Where | null)[] = [
  null,
  { conditions: [{ fieldName: 'Gsid', operator: 'IS_NOT_NULL', value: [], alias: 'A' }], expression: 'A' },
  { conditions: [{ fieldName: 'CreatedDate', operator: 'GTE', value: ['2000-01-01'], alias: 'A' }], expression: 'A' },
  {
    conditions: [{ fieldName: 'EntityType', operator: 'EQ', value: ['COMPANY'], alias: 'A' }],
    expression: 'A',
  },
]

const pageSizes = [100, 20, 5, 1]

/** Learns how this tenant lists goals. Throws the tenant's last refusal when it does not. */
export async function takeGoalSample(client: TenantClient): Promise<GoalSample> {
  let refusal: unknown
  for (const where of filters) {
    for (const pageSize of pageSizes) {
      try {
        return await sampleBy(client, { where, pageSize })
      } catch (error) {
        if (!(error instanceof GainsightError) || error.kind !== 'refused') throw error
        refusal = error
        if (!('pageSize' in error.fields)) break
      }
    }
  }
  throw refusal
}

async function sampleBy(client: TenantClient, asked: Pick<GoalSample, 'where' | 'pageSize'>): Promise<GoalSample> {
  const select = sampleFields
  const filter = asked.where && { where: asked.where }
  const { recordList } = await client.fetchGoals({ select, pageSize: asked.pageSize, pageNumber: 1, ...filter })
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
