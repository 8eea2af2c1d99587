import { readCalendarDate } from '../src/dates.ts'
import type { Links } from '../src/goal-parts.ts'
import { updateGoalBody } from '../src/goal-update.ts'
import { associatedIds } from '../src/goals.ts'
import { readText } from '../src/rows.ts'
import { assume, attempt, type CheckContext } from './check.ts'
import { gsidFilter } from './goal-sample.ts'

/** What an update can change on a goal, and what stands beside it. */
export type GoalState = {
  Name: string | null
  StatusId: string | null
  DueDate: string | null
  Description: string | null
  CompanyId: string | null
  CTA: string[]
  SP: string[]
}

/** Reads one goal. Fails when the tenant does not have it. */
export async function readGoalState({ client, sample }: CheckContext, gsid: string): Promise<GoalState> {
  const select = ['Gsid', 'Name', 'StatusId', 'DueDate', 'Description', 'CompanyId']
  const { recordList } = await client.fetchGoals({
    select,
    where: gsidFilter([gsid]),
    pageSize: 1,
    pageNumber: sample.firstPage,
  })
  const entry = recordList[0]
  assume(entry?.dataList.Gsid === gsid, `There is no goal ${gsid}.`)
  const { CTA, SP } = associatedIds(entry)
  return {
    Name: readText(entry.dataList, 'Name'),
    StatusId: readText(entry.dataList, 'StatusId'),
    DueDate: readCalendarDate(entry.dataList.DueDate),
    Description: readText(entry.dataList, 'Description'),
    CompanyId: readText(entry.dataList, 'CompanyId'),
    CTA: CTA.toSorted(),
    SP: SP.toSorted(),
  }
}

/** The name of a goal's status, where the tenant tells it with the goal; null where it does not. */
export async function statusNameOf({ client, sample }: CheckContext, gsid: string): Promise<string | null> {
  const select = ['Gsid', 'StatusId__gr.Name']
  const page = { select, where: gsidFilter([gsid]), pageSize: 1, pageNumber: sample.firstPage }
  const tried = await attempt(client.fetchGoals(page))
  return 'data' in tried ? readText(tried.data.recordList[0]?.dataList ?? {}, 'StatusId__gr.Name') : null
}

/** The names of what differs between two states. */
export function differences(before: GoalState, after: GoalState): (keyof GoalState)[] {
  const keys = Object.keys(before) as (keyof GoalState)[]
  return keys.filter((key) => String(before[key]) !== String(after[key]))
}

/** The update that leads back from one state to another, or null when nothing that the checks change differs. */
export function wayBack(gsid: string, from: GoalState, to: GoalState): ReturnType<typeof updateGoalBody> | null {
  const changed = differences(to, from)
  const record = {
    ...(changed.includes('Name') && to.Name !== null && { Name: to.Name }),
    ...(changed.includes('DueDate') && { DueDate: to.DueDate }),
  }
  const link = missing(to, from)
  const unlink = missing(from, to)
  const isNothing = [record, link, unlink].every((part) => Object.values(part).flat().length === 0)
  return isNothing ? null : updateGoalBody({ gsid, record, link, unlink })
}

/** What the first has linked and the second has not. */
function missing(has: GoalState, lacks: GoalState): Links {
  return {
    CTA: has.CTA.filter((id) => !lacks.CTA.includes(id)),
    SP: has.SP.filter((id) => !lacks.SP.includes(id)),
  }
}
