import { contractChecks } from '@goalkeeper/gainsight/contract/checks'
import { runChecks } from '@goalkeeper/gainsight/contract/run-checks'
import { tenantSend } from '@goalkeeper/gainsight/contract/tenant-send'
import { expect, test } from 'vitest'
import { statusNameLookups, type SwitchSettings } from '#sandbox/switches.ts'
import { only, startTenant } from './tenant-client.ts'

/** Tenants as unlike each other as the switches make them. */
const tenants: [string, SwitchSettings][] = [
  ['as recommended', {}],
  [
    'that errs by the table, sends everything and knows the full grammar',
    {
      errorStyle: 'envelope',
      errorCodes: 'string',
      selectStyle: 'everything',
      nulls: 'sent',
      associationShape: 'objects',
      expression: 'full',
      customPicklists: 'gsid',
      multiSelects: 'array',
      queryShape: 'array',
      emptyQuery: 'failure',
      queryDates: 'iso',
      cockpitSelect: 'everything',
      cockpitErrors: 200,
    },
  ],
  [
    'that does the least',
    {
      selectStyle: 'strict',
      operators: 'eq',
      expression: 'and',
      pageMaximum: 100,
      instants: 'iso',
      parents: 'lookup',
      associationInUpdate: 'refused',
      relinking: 'refused',
      foreignLinks: 'refused',
      clearing: 'refused',
      absent: ['object-list', 'describe', 'users', 'query-goal', 'cockpit-picklists', ...statusNameLookups],
    },
  ],
  [
    'whose pages are clamped and shuffled and counted from 0',
    { pageMaximum: 100, pageOverflow: 'clamp', pageOrder: 'shuffled', pageBase: 0 },
  ],
]

test.each(tenants)(
  'the contract suite finds nothing that Goalkeeper cannot live with in a tenant %s',
  async (_, switches) => {
    const tenant = await startTenant({ goals: 250 })
    const [linked] = await tenant.fetchGoals({ where: only('DueDate', 'IS_NOT_NULL') })
    tenant.sandbox.switches(switches)
    const checks = contractChecks({ goal: linked?.dataList.Gsid ?? null, creates: true })
    const send = tenantSend({ baseUrl: tenant.sandbox.url, accessKey: tenant.sandbox.accessKey })
    const results = await runChecks({ send, checks })
    expect(results.filter(({ state }) => state === 'failed')).toEqual([])
    expect(results.filter(({ state }) => state === 'passed').length).toBeGreaterThan(checks.length / 2)
  },
)
