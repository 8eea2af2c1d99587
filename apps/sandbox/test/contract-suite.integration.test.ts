import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { contractChecks } from '@goalkeeper/gainsight/contract/checks'
import { runChecks } from '@goalkeeper/gainsight/contract/run-checks'
import { tenantSend } from '@goalkeeper/gainsight/contract/tenant-send'
import { describe, expect, test } from 'vitest'
import { statusNameLookUps, type SwitchSettings } from '#sandbox/switches.ts'
import { startTenant } from './tenant-client.ts'

type Tenant = Awaited<ReturnType<typeof startTenant>>

/** The Gsid of a goal with a due date. */
async function datedGoal(tenant: Tenant): Promise<string> {
  const goals = await tenant.fetchGoals({ select: ['Gsid', 'DueDate'], pageSize: 20 })
  const goal = goals.find(({ dataList }) => dataList['DueDate'])
  if (!goal) throw new Error('None of the first goals has a due date.')
  return goal.dataList.Gsid
}

/** All of a goal that an update can change, as it is stored. */
function stateOf(tenant: Tenant, gsid: string) {
  const { record = null, links } = tenant.sandbox.record(gsid) ?? {}
  return { record: { ...record, ModifiedById: null, ModifiedDate: null }, links }
}

const switchSettings: SwitchSettings[] = [
  {},
  { errorStyle: 'envelope', errorCodes: 'string' },
  { pageMaximum: 25 },
  { pageOverflow: 'clamp', pageMaximum: 25 },
  { pageOrder: 'shuffled' },
  { selectStyle: 'strict', nulls: 'sent' },
  { associationShape: 'objects' },
  { operators: 'eq' },
  { expression: 'full' },
  { parents: 'lookup' },
  { associationInUpdate: 'refused' },
  { relinking: 'refused' },
  { clearing: 'refused' },
  { queryShape: 'array', emptyQuery: 'failure' },
  { cockpitErrors: 200 },
  { absent: ['object-list', 'describe', 'query', 'cta-list', 'plan-list', 'users'] },
  // Tenants as unlike the recommended one as the switches make them: one that tells everything, one that does the least.
  {
    errorStyle: 'envelope',
    selectStyle: 'everything',
    nulls: 'sent',
    associationShape: 'objects',
    expression: 'full',
    customPicklists: 'gsid',
    multiSelects: 'array',
    queryShape: 'array',
    queryDates: 'iso',
    cockpitSelect: 'everything',
    relinking: 'refused',
  },
  {
    selectStyle: 'strict',
    operators: 'eq',
    expression: 'and',
    pageMaximum: 25,
    pageBase: 0,
    instants: 'iso',
    parents: 'name-lookup',
    associationInUpdate: 'refused',
    foreignLinks: 'refused',
    clearing: 'refused',
    absent: ['object-list', 'describe', 'users', 'query-goal', 'cockpit-picklists', ...statusNameLookUps],
  },
]

describe('the contract suite that real tenants are asked', () => {
  test.each(switchSettings)('holds with %j, and leaves the goal as it was', async (switches) => {
    const tenant = await startTenant()
    const goal = await datedGoal(tenant)
    tenant.sandbox.switches(switches)
    const before = stateOf(tenant, goal)
    const send = tenantSend({ baseUrl: tenant.sandbox.url, accessKey: tenant.sandbox.accessKey })
    const results = await runChecks({ send, checks: contractChecks({ goal, creates: true }) })
    expect(results.filter((result) => result.state === 'failed')).toEqual([])
    expect(results.filter((result) => result.state === 'passed').length).toBeGreaterThan(30)
    expect(stateOf(tenant, goal)).toEqual(before)
  })

  test('finds what breaks it: a tenant that ignores a filter', async () => {
    const tenant = await startTenant()
    const real = tenantSend({ baseUrl: tenant.sandbox.url, accessKey: tenant.sandbox.accessKey })
    const unfiltered = (body: string | null) =>
      body && JSON.stringify({ ...(JSON.parse(body) as object), where: undefined })
    const results = await runChecks({
      send: (call) => real(call.path.endsWith('/fetch') ? { ...call, body: unfiltered(call.body) } : call),
      checks: contractChecks({ goal: null, creates: false }),
    })
    expect(results.filter((result) => result.state === 'failed').map((result) => result.name)).toContain(
      'EQ finds a goal by Gsid and by name',
    )
  })
})

describe('pnpm contract', () => {
  const program = fileURLToPath(import.meta.resolve('@goalkeeper/gainsight/contract/run'))
  const canary = 'canary-key-of-the-contract-suite'

  function run(args: string[]): Promise<{ code: number; output: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { env: {} }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
      )
    })
  }
  function keyFile(): string {
    const file = join(mkdtempSync(join(tmpdir(), 'contract-')), 'key')
    writeFileSync(file, `${canary}\n`, { mode: 0o600 })
    return file
  }

  test('reads only unless told otherwise, within 60 calls a minute, and never prints the key', async () => {
    const { sandbox } = await startTenant({ accessKey: canary })
    const { code, output } = await run(['--base-url', sandbox.url, '--key-file', keyFile()])
    expect(output).toMatch(/\d+ passed, 0 failed, \d+ skipped\n$/)
    expect(code).toBe(0)
    expect(output).not.toContain(canary)
    const { writes, windows } = sandbox.stats()
    expect(writes.applied).toBe(0)
    expect(windows.synchronous.mostReceived).toBeLessThanOrEqual(60)
  })

  test('ends with 1 and a sentence when the tenant does not take the key', async () => {
    const { sandbox } = await startTenant({ accessKey: 'another-key' })
    const { code, output } = await run(['--base-url', sandbox.url, '--key-file', keyFile()])
    expect(code).toBe(1)
    expect(output).toContain('Gainsight does not accept the access key.')
    expect(output).not.toContain(canary)
  })

  test('a wrong start is told in one line and ends with 2', async () => {
    const { code, output } = await run(['--base-url', 'http://example.com'])
    expect(code).toBe(2)
    expect(output).toMatch(/^contract: --base-url takes an https address.*\n$/)
  })
})
