import { createTenant } from '../../../../scripts/load/tenant.mjs'
import { freePort } from '../../../../scripts/free-port.mjs'
import { environmentWithoutSecrets, startProgram, stopProgram } from '../../../../scripts/toolchain.mjs'
import { setTimeout as wait } from 'node:timers/promises'
import { contenders, type Call, type TenantCall } from './contenders.ts'
import { accessKey, sandboxSettings, type Limit } from './limit.ts'
import type { Pace } from './pace.ts'

/** Lets one library make so many plain updates at a tenant of its own. */
export async function measureContender(name: string, limit: Limit, gsids: string[], goals: number): Promise<Pace> {
  const contender = contenders[name]
  if (!contender) throw new Error(`There is no contender ${name}.`)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const sandbox = startProgram(['apps/sandbox/src/main.ts', '--memory'], {
    env: { ...environmentWithoutSecrets(), SANDBOX_PORT: String(port), ...sandboxSettings(limit, goals) },
    stdout: 'ignore',
  })
  try {
    const tenant = createTenant(url)
    while (!(await tenant.stats().catch(() => null))) await wait(100)
    const updates: TenantCall = {
      url: `${url}/v1/csgoal/external/update`,
      headers: { accesskey: accessKey, 'content-type': 'application/json', accept: 'application/json' },
      bodies: gsids.map((Gsid) => ({ requests: [{ record: { Gsid, DueDate: '2041-05-31' } }] })),
    }
    const began = performance.now()
    const { lost } = await contender(updates.bodies.map(callOf(updates)), limit, updates)
    const seconds = (performance.now() - began) / 1000
    const { calls, throttled } = await tenant.stats()
    return { name, seconds, calls, refused: throttled, lost }
  } finally {
    await stopProgram('The sandbox tenant', sandbox)
  }
}

const callOf =
  ({ url, headers }: TenantCall) =>
  (body: object): Call =>
  async () => {
    const reply = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) })
    await reply.arrayBuffer()
    const retryAfter = reply.headers.get('retry-after')
    return { status: reply.status, retryAfter: retryAfter === null ? null : Number(retryAfter) }
  }
