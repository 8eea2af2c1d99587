import { type Pacing, usualPacing } from '@goalkeeper/contract/connection'
import type { GoalEntry } from '@goalkeeper/gainsight/goals'
import { pino } from 'pino'
import { type Config, loadConfig } from '#bff/config.ts'
import type { TenantFacts } from '#bff/gateway/gateway.ts'
import type { Sent } from './browser.ts'
import { type GatewayRun, runGateway, versionOf } from './run-gateway.ts'
import { setStage, type StartOptions } from './start-bff.ts'

export type GatewayTestOptions = StartOptions & {
  /** How long the tenant may take; 2 s unless set. */
  timeoutMs?: number
  facts?: Partial<TenantFacts>
  /** How the limits are divided, where not as usual. */
  pacing?: Partial<Pacing>
  /** Another tenant in the place of the sandbox. */
  tenantUrl?: string
}

/** A request header that every browser sends and no script does. */
export const fromBrowser = { 'sec-fetch-site': 'same-origin' }

/** The gateway alone, against a real sandbox, over HTTP. `restart` keeps the store and the sandbox. */
export async function startGateway(options: GatewayTestOptions = {}) {
  const { sandbox, remove, ...stage } = await setStage(options)
  const goals = await readGoals(sandbox)
  const run = runOf(loadConfig(stage.env), options, goals)
  let running = await runGateway(run, pino({ level: 'silent' }))
  return {
    sandbox,
    run,
    /** Company goals of the sandbox. */
    goals,
    get gateway() {
      return running.gateway
    },
    get database() {
      return running.database
    },
    get browser() {
      return running.browser
    },
    get url() {
      return running.url
    },
    /** What was told to open screens, and to the goal index, since the start. */
    get heard() {
      return running.heard
    },
    get settled() {
      return running.settled
    },
    /** Makes a call of the tenant's as the web app does. */
    tenant: (path: string, sent: Sent = {}) =>
      running.browser.send(`/gainsight${path}`, { ...sent, headers: { ...fromBrowser, ...sent.headers } }),
    async restart() {
      await running.stop()
      running = await runGateway(run, pino({ level: 'silent' }))
    },
    async stop() {
      await running.stop()
      await remove()
    },
  }
}
export type RunningGateway = Awaited<ReturnType<typeof startGateway>>
export type SandboxGoal = Awaited<ReturnType<typeof readGoals>>[number]

export function runOf(loaded: Config, options: GatewayTestOptions, goals: SandboxGoal[]): GatewayRun {
  const { timeoutMs = 2_000, facts, pacing, tenantUrl = loaded.tenant.baseUrl } = options
  return {
    config: { ...loaded, tenant: { ...loaded.tenant, baseUrl: tenantUrl, timeoutMs } },
    statuses: Object.fromEntries(goals.map(({ status, fields }) => [status, String(fields['StatusId'])])),
    facts: { pageBase: 1, pageMaximum: 100, correlationField: null, ...facts },
    pacing: { ...usualPacing, ...pacing },
  }
}

type Tenant = { url: string; accessKey: string; reset(): Promise<void> }

/** The company goals of a sandbox, asked of itself and forgotten by its statistics. */
export async function readGoals(sandbox: Tenant) {
  const response = await fetch(`${sandbox.url}/v1/csgoal/external/fetch`, {
    method: 'POST',
    headers: { accesskey: sandbox.accessKey, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      select: ['Gsid', 'Name', 'StatusId', 'StatusId__gr.Name', 'CompanyId', 'DueDate', 'EntityType'],
      pageSize: 1000,
      pageNumber: 1,
    }),
  })
  const { data } = (await response.json()) as { data: { recordList: GoalEntry[] } }
  await sandbox.reset()
  return data.recordList
    .filter(({ dataList }) => dataList.EntityType === 'COMPANY')
    .map((entry) => ({
      gsid: String(entry.dataList.Gsid),
      name: String(entry.dataList.Name),
      status: String(entry.dataList['StatusId__gr.Name']),
      companyId: String(entry.dataList.CompanyId),
      ...versionOf(entry),
    }))
}
