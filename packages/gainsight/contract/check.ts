import type { Send, TenantClient, TenantResponse } from '../src/client.ts'
import { GainsightError } from '../src/error.ts'
import type { GoalSample } from './goal-sample.ts'

/** What the checks of a run share. */
export type CheckContext = {
  client: TenantClient
  /** The way around the client, for requests that it would refuse. */
  send: Send
  /** The newest answer as it came. */
  lastAnswer(): TenantResponse
  sample: GoalSample
}

/**
 * One question to a tenant. `run` tells what was found; it throws where the tenant does what Goalkeeper cannot live with,
 * and throws a CheckSkipped where the tenant's data gives no answer. `needs` says how far it goes: reading, changing one goal and
 * putting it back, creating goals that stay.
 */
export type Check = {
  name: string
  needs: 'read' | 'goal' | 'create'
  run(context: CheckContext): Promise<string>
}

export class CheckSkipped extends Error {
  override name = 'CheckSkipped'
}

/** Fails the check with this sentence unless the condition holds. */
export function assume(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence)
}

/** What a call came to: its data, or the tenant's refusal. Any other failure is thrown. */
export async function attempt<Data>(call: Promise<Data>): Promise<{ data: Data } | { refusal: GainsightError }> {
  try {
    return { data: await call }
  } catch (error) {
    if (error instanceof GainsightError && error.kind === 'refused') return { refusal: error }
    throw error
  }
}

/** How the tenant words a failure: status, form of the body, code. */
export function styleOf({ status, text }: TenantResponse): string {
  if (text.includes('"exception"')) return `HTTP ${status}, Spring body`
  const code = /"errorCode"\s*:\s*"?([^",}]+)/.exec(text)?.[1]
  return code ? `HTTP ${status}, envelope with code ${code}` : `HTTP ${status}, no code`
}

/** A count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
