import * as texts from '@goalkeeper/texts/server/goals'
import type { GoalChange, PutBackItem } from '@goalkeeper/contract/goals'
import type { UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'
import { AppError } from '../http/app-error.ts'
import { readChangesSince } from './goal-changes.ts'
import type { FoundGoal } from './goal-detail.ts'
import type { Asking } from './goal-reader.ts'
import type { GoalIndexNeeds } from './needs.ts'
import { linksToMake, putBack } from './put-back.ts'

/** Some changes of a goal by their ids, or all that were seen after a moment (epoch milliseconds). */
export type Chosen = { changes: string[] } | { at: number }

export type PreviewPutBack = (
  gsid: string,
  chosen: Chosen,
  asking: Asking,
) => Promise<{ items: PutBackItem[]; request: UpdateGoalRequest | null; etag: string }>

type Parts = Pick<GoalIndexNeeds, 'database' | 'catalogue' | 'connection'> & {
  find: (gsid: string, asking: Asking) => Promise<FoundGoal>
}

export function createPreviewPutBack({ database, catalogue, connection, find }: Parts): PreviewPutBack {
  async function changesOf(gsid: string, chosen: Chosen): Promise<{ chosen: GoalChange[]; since: GoalChange[] }> {
    if ('at' in chosen) {
      const since = await readChangesSince(database, gsid, { after: chosen.at })
      return { chosen: since, since }
    }
    const ids = new Set(chosen.changes.map(Number))
    const since = await readChangesSince(database, gsid, { id: Math.min(...ids) })
    const found = since.filter(({ id }) => ids.has(Number(id)))
    if (found.length === ids.size) return { chosen: found, since }
    const sentence = texts.thisGoalHasNoSuchChange
    throw new AppError('invalid', sentence, { fields: { changes: sentence } })
  }

  return async (gsid, wanted, asking) => {
    const { goal, etag } = await find(gsid, asking)
    const { chosen, since } = await changesOf(gsid, wanted)
    const { CTA: ctaIds, SP: spIds } = linksToMake(goal, chosen)
    const [fields, statuses] = [await catalogue.fields(), await catalogue.statuses()]
    const linkedItems = await catalogue.linkedItems({ ctaIds, spIds }, asking)
    const known = { fields, statuses, linkedItems, capabilities: connection.capabilities() }
    return { ...putBack({ ...goal, value: (field) => goal.fields[field] ?? null }, chosen, since, known), etag }
  }
}
