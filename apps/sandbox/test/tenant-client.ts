import { afterEach } from 'vitest'
import { z } from 'zod'
import { startSandbox, type Sandbox } from '#sandbox/start.ts'
import type { SandboxOptions } from '#sandbox/options.ts'

export interface Answer {
  status: number
  headers: Headers
  text: string
}

/** Speaks to a sandbox as a client of the tenant would, over HTTP. */
export interface TenantClient {
  sandbox: Sandbox
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** As `send`, with the reply read as JSON. */
  call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Json }>
  fetchGoals(request?: Record<string, unknown>): Promise<FetchedGoal[]>
  control(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** JSON that a test digs into; a wrong turn gives undefined, which no expectation takes for a value. */
// oxlint-disable-next-line typescript/no-explicit-any -- replies are probed key by key, and their shape is what is tested
export type Json = any

const fetchedSchema = z.object({
  dataList: z.record(z.string(), z.unknown()).and(z.object({ Gsid: z.string() })),
  associatedCTAs: z.array(z.unknown()),
  associatedSPs: z.array(z.unknown()),
})
export type FetchedGoal = z.infer<typeof fetchedSchema>

const running: Sandbox[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()))
})

/** A sandbox of 60 goals without limits that a test would meet; it is stopped when the test ends. */
export async function startTenant(options: SandboxOptions = {}): Promise<TenantClient> {
  const sandbox = await startSandbox({ goals: 60, callsPerMinute: 100_000, ...options })
  running.push(sandbox)

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(sandbox.url + path, {
      method,
      headers: {
        accesskey: sandbox.accessKey,
        accept: 'application/json',
        'content-type': 'application/json',
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  async function call(method: string, path: string, body?: unknown) {
    const { status, text } = await send(method, path, body)
    return { status, body: JSON.parse(text) as Json }
  }

  return {
    sandbox,
    send,
    call,
    async fetchGoals(request = {}) {
      const { status, body } = await call('POST', '/v1/csgoal/external/fetch', {
        select: ['Gsid'],
        pageSize: 1000,
        pageNumber: 1,
        ...request,
      })
      if (status !== 200) throw new Error(`The fetch was refused: ${JSON.stringify(body)}`)
      return z.array(fetchedSchema).parse(body.data.recordList)
    },
    async control(path, body, headers = {}) {
      return send(body === undefined ? 'GET' : 'POST', `/__sandbox/${path}`, body, {
        'x-sandbox-control': '1',
        ...headers,
      })
    },
  }
}

/** A `where` of one condition on the goal or cockpit APIs. */
export function only(fieldName: string, operator: string, ...value: unknown[]) {
  return { conditions: [{ fieldName, alias: 'A', operator, value }], expression: 'A' }
}

export const fetchPath = '/v1/csgoal/external/fetch'
export const createPath = '/v1/csgoal/external/create'
export const updatePath = '/v1/csgoal/external/update'
