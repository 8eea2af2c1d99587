import { goldenCases } from '@goalkeeper/filter/golden'
import { goldenFields, type GoldenGoal, goldenGoals, goldenToday } from '@goalkeeper/filter/golden-goals'
import { type FilterTree, isCondition, operators } from '@goalkeeper/filter/tree'
import { compileWhere, type WhereResult } from '@goalkeeper/filter/where'
import type { WhereCapabilities } from '@goalkeeper/filter/where-capabilities'
import { createTenantClient, type TenantClient } from '@goalkeeper/gainsight/client'
import { tenantRoutes } from '@goalkeeper/gainsight/routes'
import { readText } from '@goalkeeper/gainsight/rows'
import { type Sandbox, startSandbox } from '@goalkeeper/sandbox/start'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const fields = [...goldenFields, { name: 'StatusId', label: 'Status', type: 'gsid' as const }]
const custom = goldenFields.map(({ name }) => name).filter((name) => name.endsWith('__gc') && !name.includes('.'))

let sandbox: Sandbox
let tenant: TenantClient
/** The golden Gsids by those that the sandbox gave. */
const goldenGsids = new Map<string, string>()
/** The sandbox's companies in place of the golden ones. */
const standIns = new Map<string, string>()
const statusIds = new Map<string, string>()

beforeAll(async () => {
  sandbox = await startSandbox({ goals: 0, callsPerMinute: 100_000, latencyMs: 0, anchor: goldenToday })
  tenant = createTenantClient({ routes: tenantRoutes, send: sendTo(sandbox) })
  const companies = await tenant.queryObject(
    { select: ['Gsid'], limit: 2, offset: 0 },
    { params: { object: 'company' } },
  )
  const [harborline = '', osterberg = ''] = companies.map((row) => readText(row, 'Gsid') ?? '')
  standIns.set('HARBORLINE', harborline).set('OSTERBERG', osterberg)
  for (const goal of goldenGoals) await create(goal)
})
afterAll(() => sandbox.stop())

function sendTo({ url, accessKey }: Sandbox): Parameters<typeof createTenantClient>[0]['send'] {
  return async ({ method, path, body }) => {
    const headers = { accesskey: accessKey, accept: 'application/json', 'content-type': 'application/json' }
    const response = await fetch(url + path, { method, headers, body })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

async function create({ gsid, fields: given }: GoldenGoal): Promise<void> {
  const filled = ['Name', 'StatusName', 'DueDate', 'Description', ...custom].filter((name) => !isEmpty(given[name]))
  const record = {
    ...Object.fromEntries(filled.map((name) => [name, given[name]])),
    EntityType: 'COMPANY',
    CompanyId: standIns.get(String(given['CompanyId'])),
  }
  const { goal } = await tenant.createGoal({ requests: [{ record } as never] })
  goldenGsids.set(readText(goal, 'Gsid') ?? '', gsid)
  statusIds.set(String(given['StatusName']), readText(goal, 'StatusId') ?? '')
}

const isEmpty = (value: unknown) => value == null || value === '' || (Array.isArray(value) && value.length === 0)

/** What people would learn by probing the sandbox under these switches. It sets CreatedDate itself, so that is left out. */
function capabilitiesOf(known: Pick<WhereCapabilities, 'operators' | 'grammar' | 'instants'>): WhereCapabilities {
  const statuses = [...statusIds].map(([name, id]) => ({ id, name }))
  const meanings = goldenGoals.map(({ fields: { StatusName, StatusMeaning } }) => ({
    id: statusIds.get(String(StatusName)) ?? '',
    name: StatusMeaning,
  }))
  return {
    ...known,
    fields: new Set(['Gsid', 'Name', 'DueDate', 'Description', 'StatusId', 'CompanyId', ...custom]),
    names: new Map([
      ['StatusName', { idField: 'StatusId', records: statuses }],
      ['StatusMeaning', { idField: 'StatusId', records: meanings.filter(isNamed) }],
    ]),
  }
}

const isNamed = (record: { id: string; name: unknown }): record is { id: string; name: string } =>
  typeof record.name === 'string'

function withStandIns(tree: FilterTree): FilterTree {
  if ('and' in tree) return { and: tree.and.map(withStandIns) }
  if ('or' in tree) return { or: tree.or.map(withStandIns) }
  if (!isCondition(tree)) return { not: withStandIns(tree.not) }
  return tree.value ? { ...tree, value: tree.value.map((value) => standIns.get(String(value)) ?? value) } : tree
}

async function ask({ where }: WhereResult): Promise<string[]> {
  const request = { select: ['Gsid'], pageSize: 100, pageNumber: 1, ...(where && { where }) }
  const { recordList } = await tenant.fetchGoals(request)
  return recordList.map(({ dataList }) => goldenGsids.get(readText(dataList, 'Gsid') ?? '') ?? 'another goal')
}

describe.each([
  { expression: 'one-connective', operators: 'all', instants: 'iso', grammar: 'single-connective', exact: 100 },
  { expression: 'full', operators: 'all', instants: 'epoch', grammar: 'full', exact: 107 },
  { expression: 'and', operators: 'eq', instants: 'any', grammar: 'and', exact: 14 },
] as const)('golden cases at a tenant that takes $operators operators and $expression', (tenantTraits) => {
  const { grammar, expression, instants } = tenantTraits
  beforeAll(() => {
    sandbox.switches({ expression, operators: tenantTraits.operators, instants })
  })

  test('what can be said exactly gives exactly the goals, everything else at least them', async () => {
    const capabilities = capabilitiesOf({
      operators: new Set(tenantTraits.operators === 'all' ? operators : ['EQ']),
      grammar,
      instants: instants === 'any' ? null : instants,
    })
    let exact = 0
    for (const { name, tree, expect: expected } of goldenCases) {
      const result = compileWhere(withStandIns(tree), { fields, today: goldenToday }, capabilities)
      const found = await ask(result)
      if (result.complete) expect(found.toSorted(), name).toEqual(expected.toSorted())
      else expect(found, name).toEqual(expect.arrayContaining(expected))
      exact += Number(result.complete)
    }
    expect(exact).toBeGreaterThanOrEqual(tenantTraits.exact)
  })
})
