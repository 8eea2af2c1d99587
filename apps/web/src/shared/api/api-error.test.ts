import { expect, test } from 'vitest'
import { readProblem } from './api-error.ts'

const problem = {
  type: 'about:blank',
  title: 'Broken',
  status: 502,
  code: 'tenant-broken',
  detail: 'Gainsight broke off.',
  requestId: 'r1',
}

test('what a load balancer says in the place of a server is no answer of it, so that reads come again and writes are asked after', async () => {
  for (const status of [502, 503, 504]) {
    expect(await readProblem(new Response('<h1>Bad Gateway</h1>', { status }))).toMatchObject({ code: 'unreachable' })
  }
})

test('what the server says itself is told as it says it', async () => {
  expect(await readProblem(Response.json(problem, { status: 502 }))).toMatchObject({
    code: 'tenant-broken',
    message: 'Gainsight broke off.',
  })
})

test('an answer without a reason that a server gave is unreadable', async () => {
  expect(await readProblem(new Response('?', { status: 418 }))).toMatchObject({ code: 'unreadable' })
})
