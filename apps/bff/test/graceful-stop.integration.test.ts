import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { GoalPage } from '@goalkeeper/contract/goals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Reply } from './browser.ts'
import { setStage } from './start-bff.ts'
import { startBffProcess } from './start-bff-process.ts'
import { until } from './until.ts'

let stage: Awaited<ReturnType<typeof setStage>>
beforeAll(async () => {
  stage = await setStage({ sandbox: { goals: 20 } })
})
afterAll(() => stage.remove())

async function firstGoal(browser: Browser) {
  const page = (await browser.post('/api/goals/query', { limit: 1 })).json as GoalPage
  return page.rows[0]
}

function save(browser: Browser, gsid: string, name: string, id: string = randomUUID()): Promise<Reply> {
  const body = { requests: [{ record: { Gsid: gsid, Name: name } }] }
  return browser.put('/gainsight/v1/csgoal/external/update', body, { 'idempotency-key': id })
}

test('a stop finishes the write that is on its way, ends the streams, takes nothing new and exits with 0', async () => {
  const bff = await startBffProcess(stage.env)
  const goal = await until(() => firstGoal(bff.browser))
  const stream = await fetch(`${bff.url}/api/events`)
  stage.sandbox.faults([{ kind: 'slow-reply', route: 'updateGoal', ms: 2_000 }])
  const id = randomUUID()
  const saved = save(bff.browser, goal.gsid, 'Saved while stopping', id)
  await until(() => stage.sandbox.record(goal.gsid)?.record['Name'] === 'Saved while stopping')

  const stopped = bff.stop()
  await until(() =>
    fetch(`${bff.url}/healthz`).then(
      () => false,
      () => true,
    ),
  )
  expect(await saved).toMatchObject({ status: 200, json: { result: true } })
  expect(await stream.text()).toContain('event: sync')
  expect(await stopped).toMatchObject({ code: 0, err: '' })

  stage.sandbox.faults([])
  const again = await startBffProcess(stage.env)
  expect((await again.browser.get(`/api/writes/${id}`)).json).toMatchObject({ state: 'confirmed', gsid: goal.gsid })
  expect(await again.stop()).toMatchObject({ code: 0 })
})

test('an idle connection is kept for longer than load balancers keep theirs, until a stop', async () => {
  const bff = await startBffProcess(stage.env)
  const { headers } = await fetch(`${bff.url}/healthz`)
  expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60)
  expect(await bff.stop()).toMatchObject({ code: 0 })
})

test('a stop waits for answers, and not for the connections that browsers keep or open for what may come', async () => {
  const bff = await startBffProcess(stage.env)
  const { hostname, port } = new URL(bff.url)
  const unused = connect(Number(port), hostname)
  await once(unused, 'connect')
  const stream = await fetch(`${bff.url}/api/events`)
  const stopped = bff.stop()
  expect(await stream.text()).toContain('event: sync')
  expect(await stopped).toMatchObject({ code: 0 })
  // Less than the time after which a stop gives up on answers.
}, 30_000)

test('asked twice, it does not wait', async () => {
  const bff = await startBffProcess(stage.env)
  stage.sandbox.faults([{ kind: 'no-answer', route: 'updateGoal' }])
  const goal = await until(() => firstGoal(bff.browser))
  const stuck = save(bff.browser, goal.gsid, 'Never answered').catch(() => null)
  await until(() => stage.sandbox.faults()[0]?.met === 1)
  bff.child.kill('SIGINT')
  await until(async () => {
    bff.child.kill('SIGINT')
    return bff.child.exitCode !== null
  })
  expect((await bff.ended).code).toBe(130)
  expect(await stuck).toBeNull()
})
