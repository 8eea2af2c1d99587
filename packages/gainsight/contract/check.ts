import { codeIn, parseAnswerBody, textsIn } from '../src/answer-body.ts'
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

/** What a call came to: its data, or the tenant's refusal. */
export type Attempt<Data> = { data: Data } | { refusal: GainsightError }

/** Waits for a call. Any failure but a refusal is thrown. */
export async function attempt<Data>(call: Promise<Data>): Promise<Attempt<Data>> {
  try {
    return { data: await call }
  } catch (error) {
    if (error instanceof GainsightError && error.kind === 'refused') return { refusal: error }
    throw error
  }
}

/** As `attempt`, for a write: a refusal in words that nobody knows counts too, since what became of it is read afterwards. */
export async function attemptWrite<Data>(call: Promise<Data>): Promise<Attempt<Data>> {
  try {
    return await attempt(call)
  } catch (error) {
    if (error instanceof GainsightError && error.kind === 'broken') return { refusal: error }
    throw error
  }
}

/** Whether an answer to a call past the client is a success. */
export function isSuccess({ status, text }: TenantResponse): boolean {
  return status < 300 && parseAnswerBody(text)?.result === true
}

/** How the tenant words a failure: status, form of the body, code and text. */
export function styleOf({ status, text }: TenantResponse): string {
  const body = parseAnswerBody(text)
  const form = !body ? 'not JSON' : body.exception ? 'Spring body' : `envelope with ${codeIn(body) ?? 'no code'}`
  const [said] = textsIn(body)
  return `HTTP ${status}, ${form}${said ? `, “${said.slice(0, 100)}”` : ''}`
}

/** A count with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
