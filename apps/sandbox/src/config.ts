import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { SandboxOptions } from './options.ts'
import type { ProviderOptions } from './provider/provider.ts'
import { switchesSchema } from './switches.ts'

/** A setting that cannot be used; the message names all of them, for people. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

const whole = (what: string, min: number, max: number) => z.coerce.number(what).int(what).min(min, what).max(max, what)

const milliseconds = z
  .string()
  .regex(/^\d+(-\d+)?$/, 'must be milliseconds (200) or a range (150-600)')
  .transform((text): number | [number, number] => {
    const [from = 0, to] = text.split('-').map(Number)
    return to === undefined ? from : [from, to]
  })

const switches = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      context.addIssue('must be a JSON object of switches')
      return z.NEVER
    }
  })
  .pipe(switchesSchema)

const environmentSchema = z.object({
  SANDBOX_PORT: whole('must be a port from 0 to 65535', 0, 65_535).default(4310),
  SANDBOX_GOALS: whole('must be a whole number up to 1000000', 1, 1_000_000).default(2000),
  SANDBOX_SEED: whole('must be a whole number', 0, Number.MAX_SAFE_INTEGER).default(1),
  SANDBOX_CALLS_PER_MINUTE: whole('must be a whole number above 0', 1, 1e9).default(100),
  SANDBOX_CALLS_PER_DAY: whole('must be a whole number above 0', 1, 1e9).default(50_000),
  SANDBOX_WINDOW_SECONDS: whole('must be a whole number above 0', 1, 86_400).default(60),
  SANDBOX_LATENCY_MS: milliseconds.default([150, 600]),
  SANDBOX_ACCESS_KEY: z.string().optional(),
  SANDBOX_DATA_FILE: z.string().optional(),
  SANDBOX_SWITCHES: switches.optional(),
  SANDBOX_SIGN_IN_PORT: whole('must be a port from 1 to 65535', 1, 65_535).optional(),
  PUBLIC_URL: z.url('must be the address that people use').default('http://127.0.0.1:4300'),
})

/** What Goalkeeper is called at the provider of the sandbox. It guards nothing: whoever reaches it may be anyone. */
const client = { clientId: 'goalkeeper', clientSecret: 'sandbox-client-secret' }

/** What is started: the tenant, and with it, if it is wanted, a provider at which its people sign in. */
export type SandboxConfig = { tenant: SandboxOptions; provider: ProviderOptions | null }

/** Reads the environment and the command line into the options of a start; throws a ConfigError that lists every fault. */
export function loadConfig(env: Record<string, string | undefined>, args: readonly string[]): SandboxConfig {
  const { memory } = readFlags(args)
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environmentSchema.safeParse(set)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`).join(' '))
  }
  const { SANDBOX_SEED: seed, SANDBOX_GOALS: goals, ...rest } = parsed.data
  const tenant = {
    port: rest.SANDBOX_PORT,
    goals,
    seed,
    callsPerMinute: rest.SANDBOX_CALLS_PER_MINUTE,
    callsPerDay: rest.SANDBOX_CALLS_PER_DAY,
    windowSeconds: rest.SANDBOX_WINDOW_SECONDS,
    latencyMs: rest.SANDBOX_LATENCY_MS,
    ...(rest.SANDBOX_ACCESS_KEY !== undefined && { accessKey: rest.SANDBOX_ACCESS_KEY }),
    ...(rest.SANDBOX_SWITCHES && { switches: rest.SANDBOX_SWITCHES }),
    // Tenants of another seed or size are kept apart, so that none ever meets the changes of another.
    ...(!memory && { dataFile: rest.SANDBOX_DATA_FILE ?? `.data/sandbox/seed-${seed}-goals-${goals}.jsonl` }),
  }
  return { tenant, provider: providerOf(rest.SANDBOX_SIGN_IN_PORT, rest.PUBLIC_URL) }
}

function providerOf(port: number | undefined, publicUrl: string): ProviderOptions | null {
  if (port === undefined) return null
  const { origin } = new URL(publicUrl)
  return {
    ...client,
    port,
    redirectUris: [`${origin}/sign-in/return`],
    postLogoutRedirectUris: [`${origin}/signed-out`],
  }
}

function readFlags(args: readonly string[]): { memory: boolean } {
  try {
    return { memory: parseArgs({ args: [...args], options: { memory: { type: 'boolean' } } }).values.memory ?? false }
  } catch (error) {
    throw new ConfigError(error instanceof Error ? error.message : String(error))
  }
}
