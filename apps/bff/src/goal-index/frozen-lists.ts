import * as texts from '@goalkeeper/texts/server/goals'
import type { GoalQuery } from '@goalkeeper/contract/goals'
import { mentionsMe, withMe } from '@goalkeeper/filter/me'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { AppError } from '../http/app-error.ts'
import { freezeGoals, type FreezeParts } from './frozen-goals.ts'
import type { Remembered } from './remembered.ts'
import type { Sight } from './sight.ts'

type Asked = Pick<GoalQuery, 'search' | 'today'> & { filter: FilterTree | null }

/** What was kept: how many goals, by which filter (`@me` being who froze them), and whether these were known to be all. */
export type KeptList = { goals: number; filter: FilterTree | null; exact: boolean }

/** Lists of goals that are kept as they were at one moment, which a filter can name (packages/filter/src/frozen.ts). */
export type FrozenLists = {
  /** Throws an AppError (`invalid`) for a filter that makes no sense, or that more than `most` goals pass. */
  keep: (id: string, asked: Asked, sight: Sight, most: number) => Promise<KeptList>
  drop: (id: string) => Promise<void>
}

export function createFrozenLists(parts: FreezeParts & { remembered: Remembered }): FrozenLists {
  const { database, catalogue, remembered } = parts
  return {
    async keep(id, { filter, search, today }, sight, most) {
      const { gsids, exact } = await freezeGoals(parts, { filter, search, today, except: [] }, sight)
      if (gsids.length > most) {
        const sentence = texts.aFrozenLinkHoldsAtMost(most, gsids.length)
        throw new AppError('invalid', sentence, { fields: { 'frozen.filter': sentence } })
      }
      await database.db
        .insertInto('frozen_list')
        .values({ id, gsids: [...gsids] })
        .execute()
      const fields = await catalogue.fields()
      const isOfMe = filter !== null && sight.me !== null && mentionsMe(filter, fields)
      return { goals: gsids.length, filter: isOfMe ? withMe(filter, fields, sight.me ?? '') : filter, exact }
    },
    async drop(id) {
      await database.db.deleteFrom('frozen_list').where('id', '=', id).execute()
      remembered.forget()
    },
  }
}
