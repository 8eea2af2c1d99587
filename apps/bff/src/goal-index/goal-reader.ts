import type { FetchGoalsRequest, GoalEntry } from '@goalkeeper/gainsight/goals'
import { isRefusal, narrowSelect } from '#bff/catalogue/narrow-select.ts'
import type { ReadOptions } from '#bff/gateway/gateway.ts'
import { fieldTypesOf, type GoalRecord, readGoal } from './goal-record.ts'
import type { LearnFromGoals } from './learn-from-goals.ts'
import type { GoalIndexNeeds } from './needs.ts'

export type PageRequest = {
  select: readonly string[]
  where?: FetchGoalsRequest['where']
  /** Counted from 1, however this tenant counts. */
  page: number
  pageSize: number
}

export type GoalPage = {
  goals: GoalRecord[]
  /** How many entries came: what tells a full page from a short one. */
  size: number
  /** Fields that were asked for and not refused. */
  select: string[]
  /** Just before the tenant was asked. Epoch milliseconds. */
  askedAt: number
  calls: number
}

export type Asking = Pick<ReadOptions, 'lane' | 'isSpread' | 'actor' | 'session' | 'signal'>

/** A refusal of the page itself, be it for its size or its number (code 8007). */
export const isPageRefused = (error: unknown): boolean => isRefusal(error) && Object.hasOwn(error.fields, 'pageSize')

export type GoalReader = {
  /** Every field that a fetch should ask for now. */
  select: () => Promise<string[]>
  /** Reads one page. A field that the tenant refuses to select is left out, and the page is asked for again without it. */
  readPage: (request: PageRequest, asking: Asking) => Promise<GoalPage>
}

type Parts = Pick<GoalIndexNeeds, 'gateway' | 'catalogue' | 'connection'> & {
  now: () => number
  learn: LearnFromGoals
  /** Fields that the fetch refused to select, which are not asked for again soon. */
  refused: { has(field: string): boolean; add(fields: string[]): void }
}

export function createGoalReader({ gateway, catalogue, connection, now, learn, refused }: Parts): GoalReader {
  return {
    async select() {
      const { refusedFields } = connection.capabilities()
      const fields = await catalogue.fields()
      return fields
        .filter(({ group }) => group === 'standard' || group === 'custom')
        .map(({ name }) => name)
        .filter((name) => !refusedFields.has(name) && !refused.has(name))
    },

    async readPage({ select: wanted, where, page, pageSize }, asking) {
      let askedAt = now()
      let calls = 0
      const fetch = async (select: string[]) => {
        askedAt = now()
        calls += 1
        const pageNumber = page - 1 + connection.capabilities().pageBase
        const request = { select, ...(where && { where }), pageSize, pageNumber }
        return { select, ...(await gateway.read('fetchGoals', request, asking)) }
      }
      const optional = wanted.filter((field) => field !== 'Gsid' && !refused.has(field))
      const narrowed = await narrowSelect({ required: ['Gsid'], optional }, fetch)
      if (narrowed.refused.length > 0) refused.add(narrowed.refused)
      const { recordList, select } = narrowed.result
      const goals = readGoals(recordList, await catalogue.fields())
      await learn(recordList, goals)
      return { goals, size: recordList.length, select, askedAt, calls }
    },
  }
}

/** The goals of a reply; one that is listed twice is one goal. */
function readGoals(entries: readonly GoalEntry[], fields: Parameters<typeof fieldTypesOf>[0]): GoalRecord[] {
  const types = fieldTypesOf(fields)
  const goals = entries.map((entry) => readGoal(entry, types)).filter((goal) => goal !== null)
  return [...new Map(goals.map((goal) => [goal.gsid, goal])).values()]
}
