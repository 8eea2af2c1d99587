import type { FetchGoalsRequest } from '@goalkeeper/gainsight/goals'
import type { Capabilities } from '#bff/connection/capabilities.ts'

export type Where = NonNullable<FetchGoalsRequest['where']>

/** How to ask this tenant for several goals by their Gsids, and for how many in one call. */
export type WayToAsk = { most: number; where(gsids: readonly string[]): Where }

/** A list where the tenant takes one, else alternatives, else one by one. */
export function wayToAsk({ operators, or }: Pick<Capabilities, 'operators' | 'or'>): WayToAsk {
  if (operators.has('IN')) {
    const where = (value: readonly string[]): Where => ({
      conditions: [{ alias: 'A', fieldName: 'Gsid', operator: 'IN', value: [...value] }],
      expression: 'A',
    })
    return { most: 200, where }
  }
  const where = (gsids: readonly string[]): Where => {
    const conditions = gsids.map((gsid, index) => ({
      alias: `A${index}`,
      fieldName: 'Gsid',
      operator: 'EQ' as const,
      value: [gsid],
    }))
    return { conditions, expression: conditions.map(({ alias }) => alias).join(' OR ') }
  }
  return { most: or ? 20 : 1, where }
}
