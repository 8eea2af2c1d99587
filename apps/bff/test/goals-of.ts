import type { Sync } from '@goalkeeper/contract/status'
import {
  type GoalChange,
  type GoalDetail,
  type GoalPage,
  type GoalQuery,
  type GoalRow,
  goalPageSchema,
} from '@goalkeeper/contract/goals'
import type { Bff } from './start-bff.ts'
import { until } from './until.ts'

/** What a screen asks about goals, over HTTP. */
export function goalsOf(bff: Bff) {
  async function query(asked: GoalQuery = {}): Promise<GoalPage> {
    const reply = await bff.browser.post('/api/goals/query', asked)
    if (reply.status !== 200) throw new Error(`The query was answered with ${reply.status}: ${reply.text}`)
    return goalPageSchema.parse(reply.json)
  }
  async function all(asked: GoalQuery = {}): Promise<GoalRow[]> {
    const rows: GoalRow[] = []
    for (;;) {
      const page = await query({ ...asked, offset: rows.length, limit: 500 })
      rows.push(...page.rows)
      if (page.rows.length < 500) return rows
    }
  }
  const sync = () => bff.services.goalIndex.sync()
  return {
    query,
    /** Every goal that passes, in its order. */
    all,
    sync,
    synced: (holds: (now: Sync) => boolean, patienceMs?: number) => until(() => holds(sync()), patienceMs),
    /** The first reading of all goals has proved to be complete, and every name that was asked for has come. */
    async settled(patienceMs = 30_000) {
      await until(() => sync().complete && sync().state === 'idle', patienceMs)
    },
    async read(gsid: string, search = ''): Promise<GoalDetail> {
      return (await bff.browser.get(`/api/goals/${gsid}${search}`)).json as GoalDetail
    },
    async changes(gsid: string): Promise<GoalChange[]> {
      return ((await bff.browser.get(`/api/goals/${gsid}/changes`)).json as { changes: GoalChange[] }).changes
    },
  }
}
