import * as texts from '@goalkeeper/texts/server/connection'
import type { GainsightError } from '@goalkeeper/gainsight/error'
import type { Logger } from 'pino'
import type { Gateway, ReadOptions } from '../gateway/gateway.ts'
import { repeat, type Repeating } from './background.ts'
import type { Capabilities } from './capabilities.ts'
import type { Finding, Findings } from './capability-store.ts'
import type { CapabilityName } from './capability-texts.ts'
import { runProbes } from './probes/run-probes.ts'

/** A tenant's admins change what it can do now and then; a week keeps the cost at about fifty calls. */
const probeAgeMs = 7 * 24 * 60 * 60_000
const lookEveryMs = 60 * 60_000

type Asker = Pick<ReadOptions, 'lane' | 'actor' | 'session'>

type ProberParts = {
  gateway: Pick<Gateway, 'read'>
  capabilities: () => Capabilities
  findingOf: (name: CapabilityName) => Finding | undefined
  learn: (findings: Findings) => Promise<void>
  /** When everything was last asked, epoch milliseconds; null: never. */
  probedAt: () => number | null
  setProbedAt: (now: number) => Promise<void>
  now: () => number
  log: Logger
}

export type Prober = {
  /** Asks everything anew, or joins those who are asking already. Gives the number of calls. */
  probe: (caller: Asker) => Promise<number>
  start: () => void
  stop: () => Promise<void>
}

export function createProber(parts: ProberParts): Prober {
  const { gateway, log, now } = parts
  let stopping = new AbortController()
  let asking: Promise<number> | undefined
  let background: Repeating | undefined

  async function askEverything(caller: Asker): Promise<number> {
    let calls = 0
    await runProbes({
      read: (route, request, params) => {
        calls += 1
        const options = { ...caller, signal: stopping.signal, params }
        // `params` is there whenever the route has parameters, which the two types cannot tell each other.
        return gateway.read(route, request, options as ReadOptions<typeof route>)
      },
      capabilities: parts.capabilities,
      learn: parts.learn,
      unanswered: (asks, error) => parts.learn(notAnswered(asks, error)),
    })
    return calls
  }

  /** Says why a question has no answer, where nothing was known before. */
  function notAnswered(asks: CapabilityName[], error: GainsightError): Findings {
    const open = asks.filter((name) => (parts.findingOf(name)?.state ?? 'unknown') === 'unknown')
    return Object.fromEntries(open.map((name) => [name, { state: 'unknown', found: texts.noAnswer(error.message) }]))
  }

  /** Ends the asking before it is noted, so that whoever sees the note and asks again does not join what is over. */
  function probe(caller: Asker): Promise<number> {
    asking ??= askEverything(caller)
      .finally(() => (asking = undefined))
      .then(async (calls) => {
        await parts.setProbedAt(now())
        return calls
      })
    return asking
  }

  async function probeWhenDue(): Promise<void> {
    const last = parts.probedAt()
    if (last === null || now() - last > probeAgeMs) await probe({ lane: 'sync', actor: 'sync' })
  }

  return {
    probe,
    start() {
      stopping = new AbortController()
      background = repeat(probeWhenDue, {
        everyMs: lookEveryMs,
        signal: stopping.signal,
        onFailure: (error) => log.warn({ err: error }, 'The tenant could not be probed'),
      })
    },
    async stop() {
      stopping.abort()
      await background?.ended
    },
  }
}
