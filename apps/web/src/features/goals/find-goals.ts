import { meaningSchema, type Meaning } from '@goalkeeper/contract/catalogue'
import { queryGoals } from '@goalkeeper/contract/goals'
import type { FilterField } from '@goalkeeper/filter/field'
import { request } from '#web/shared/api/request.ts'
import { quickSearchFilter } from './quick-search.ts'

export type FoundGoal = { gsid: string; name: string; companyName: string; meaning: Meaning | null }

/** The first few goals that a quick search finds, what changed last first. */
export async function findGoals(
  words: string,
  fields: readonly FilterField[],
  { today, limit, signal }: { today: string; limit: number; signal: AbortSignal },
): Promise<FoundGoal[]> {
  const select = ['Name', 'CompanyName', 'StatusMeaning'].filter((name) => fields.some((field) => field.name === name))
  const { rows } = await request(
    queryGoals,
    {
      body: {
        filter: quickSearchFilter(words, fields),
        sort: [{ field: 'ModifiedDate', direction: 'desc' }],
        offset: 0,
        limit,
        facets: [],
        select,
        today,
      },
    },
    { signal },
  )
  return rows.map(({ gsid, fields: { Name, CompanyName, StatusMeaning } }) => ({
    gsid,
    name: typeof Name === 'string' && Name ? Name : '(without a name)',
    companyName: typeof CompanyName === 'string' ? CompanyName : '',
    meaning: meaningSchema
      .nullable()
      .catch(null)
      .parse(StatusMeaning ?? null),
  }))
}
