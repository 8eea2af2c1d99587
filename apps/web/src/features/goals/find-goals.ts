import * as common from '@goalkeeper/texts/common'
import { meaningSchema, type Meaning } from '@goalkeeper/contract/catalogue'
import { queryGoals, type FoundPlace } from '@goalkeeper/contract/goals'
import type { FilterField } from '@goalkeeper/filter/field'
import { request } from '#web/shared/api/request.ts'

export type FoundGoal = {
  gsid: string
  name: string
  companyName: string
  meaning: Meaning | null
  found: FoundPlace[]
}

/** The best few goals that words find. */
export async function findGoals(
  words: string,
  fields: readonly FilterField[],
  { today, limit, signal }: { today: string; limit: number; signal: AbortSignal },
): Promise<FoundGoal[]> {
  const select = ['Name', 'CompanyName', 'StatusMeaning'].filter((name) => fields.some((field) => field.name === name))
  const body = { filter: null, search: words, sort: [], offset: 0, limit, facets: [], select, today }
  const { rows } = await request(queryGoals, { body }, { signal })
  return rows.map(({ gsid, fields: { Name, CompanyName, StatusMeaning }, found = [] }) => ({
    gsid,
    name: typeof Name === 'string' && Name ? Name : common.withoutAName,
    companyName: typeof CompanyName === 'string' ? CompanyName : '',
    meaning: meaningSchema
      .nullable()
      .catch(null)
      .parse(StatusMeaning ?? null),
    found,
  }))
}
