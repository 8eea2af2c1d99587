import { tenantRoutes } from '../src/routes.ts'
import { createTenantClient, type Send, type TenantResponse } from '../src/client.ts'
import { CheckSkipped, type Check, type CheckContext } from './check.ts'
import { takeGoalSample } from './goal-sample.ts'

export type CheckResult = { name: string; state: 'passed' | 'failed' | 'skipped'; found: string }

/**
 * Asks a tenant every question in turn and tells each answer as it comes. A check that fails does not keep the others from
 * running; an aborted signal lets the running one put back what it changed, and skips the rest.
 */
export async function runChecks({
  send,
  checks,
  onResult = () => {},
  signal,
}: {
  send: Send
  checks: Check[]
  onResult?: (result: CheckResult) => void
  signal?: AbortSignal
}): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  const tell = (result: CheckResult) => {
    results.push(result)
    onResult(result)
  }
  try {
    const context = await openContext(send)
    for (const check of checks) tell(signal?.aborted ? skipped(check, 'stopped') : await resultOf(check, context))
  } catch (error) {
    tell(failed('goals can be fetched at all', error))
  }
  return results
}

async function openContext(carry: Send): Promise<CheckContext> {
  let newest: TenantResponse | null = null
  const send: Send = async (call) => (newest = await carry(call))
  const client = createTenantClient({ routes: tenantRoutes, send })
  const sample = await takeGoalSample(client)
  const lastAnswer = () => {
    if (!newest) throw new Error('No call was answered yet.')
    return newest
  }
  return { client, send, lastAnswer, sample }
}

async function resultOf(check: Check, context: CheckContext): Promise<CheckResult> {
  try {
    return { name: check.name, state: 'passed', found: await check.run(context) }
  } catch (error) {
    if (error instanceof CheckSkipped) return skipped(check, error.message)
    return failed(check.name, error)
  }
}

function failed(name: string, error: unknown): CheckResult {
  return { name, state: 'failed', found: error instanceof Error ? error.message : String(error) }
}

function skipped(check: Check, why: string): CheckResult {
  return { name: check.name, state: 'skipped', found: why }
}
