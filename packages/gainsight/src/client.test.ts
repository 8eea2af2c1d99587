import { expect, test } from 'vitest'
import { createTenantClient, type TenantCall } from './client.ts'
import { updateGoalBody } from './goal-update.ts'
import { tenantRoutes } from './routes.ts'

const gsid = '1CG03GFNBH1NOBHOND412PHFQQEPGXWOQ1T9'

function clientAnswering(data: unknown, { status = 200, headers = {} as Record<string, string> } = {}) {
  const calls: TenantCall[] = []
  const client = createTenantClient({
    routes: tenantRoutes,
    send: (call) => {
      calls.push(call)
      return Promise.resolve({
        status,
        headers: new Headers(headers),
        text: JSON.stringify({ result: status === 200, data }),
      })
    },
  })
  return { client, calls }
}

test('a call goes out with its method, path and body, and its data comes back', async () => {
  const { client, calls } = clientAnswering({ record: { Gsid: gsid } })
  const body = updateGoalBody({ gsid, record: { Name: 'A' } })
  expect(await client.updateGoal(body)).toEqual({ record: { Gsid: gsid } })
  expect(calls).toEqual([{ method: 'PUT', path: '/v1/csgoal/external/update', body: JSON.stringify(body) }])
})

test('a call without a body fills in its path', async () => {
  const { client, calls } = clientAnswering({ childItems: [] })
  await client.readDropdown(null, { params: { categoryId: '1I00' } })
  expect(calls).toEqual([{ method: 'GET', path: '/v1/meta/services/dropdowns/1I00', body: null }])
})

test('a request that is not right is refused before it costs a call', async () => {
  const { client, calls } = clientAnswering({})
  await expect(client.updateGoal({ requests: [] })).rejects.toMatchObject({ kind: 'refused', outcome: 'not-applied' })
  expect(calls).toEqual([])
})

test('the signal reaches the sender, and what the sender throws comes back as it is', async () => {
  const controller = new AbortController()
  controller.abort(new Error('left'))
  const client = createTenantClient({
    routes: tenantRoutes,
    send: ({ signal }) => Promise.reject(signal?.reason as Error),
  })
  await expect(client.listObjects(null, { signal: controller.signal })).rejects.toBe(controller.signal.reason)
})

test('a failure is told with what the headers say', async () => {
  const { client } = clientAnswering(null, { status: 429, headers: { 'Retry-After': '9' } })
  await expect(client.fetchGoals({ select: ['Gsid'], pageSize: 1, pageNumber: 1 })).rejects.toMatchObject({
    kind: 'throttled',
    retryAfterSeconds: 9,
  })
})
