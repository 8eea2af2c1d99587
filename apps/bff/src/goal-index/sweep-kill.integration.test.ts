import type { StatusReport } from '@goalkeeper/contract/status'
import type { GoalChange, GoalPage } from '@goalkeeper/contract/goals'
import { expect, it } from 'vitest'
import { startBffProcess } from '../../test/start-bff-process.ts'
import { setStage } from '../../test/start-bff.ts'
import { until } from '../../test/until.ts'

it('survives kills in the middle of a sweep: no goal is lost, none is taken for new, and nothing is read from the beginning', async () => {
  const stage = await setStage({
    sandbox: { goals: 400, latencyMs: 20, switches: { pageMaximum: 25 } },
    env: { SYNC_INTERVAL_SECONDS: '86400' },
  })
  try {
    let held = 0
    for (const enough of [100, 250]) {
      const bff = await startBffProcess(stage.env)
      const goals = async () => ((await bff.browser.get('/api/status')).json as StatusReport).sync.goals
      expect(await goals()).toBeGreaterThanOrEqual(held)
      held = await until(async () => {
        const now = await goals()
        return now >= enough && now
      }, 40_000)
      await bff.stop('SIGKILL')
    }
    const before = stage.sandbox.stats().byRoute['fetchGoals'] ?? 0
    const bff = await startBffProcess(stage.env)
    await until(async () => ((await bff.browser.get('/api/status')).json as StatusReport).sync.complete, 40_000)
    // Of 16 pages six are left at most, and a few calls make sure.
    expect((stage.sandbox.stats().byRoute['fetchGoals'] ?? 0) - before).toBeLessThan(15)
    const page = (await bff.browser.post('/api/goals/query', { limit: 20 })).json as GoalPage
    expect(page).toMatchObject({ total: 400, exact: true })
    for (const { gsid } of page.rows) {
      const { changes } = (await bff.browser.get(`/api/goals/${gsid}/changes`)).json as { changes: GoalChange[] }
      expect(changes).toEqual([])
    }
    await bff.stop()
  } finally {
    await stage.remove()
  }
}, 120_000)
