import { join, resolve } from 'node:path'
import { writeModes } from '@goalkeeper/contract/status'
import { z } from 'zod'
import type { DatabaseConfig } from './database/connect.ts'
import { readSecretFile } from './secret-file.ts'
import { decideSignIn, readSignInFiles, type SignInConfig, signInVariables } from './sign-in-config.ts'
import { isSafeOrigin, oneOf, whole } from './variables.ts'

export type Config = SignInConfig & {
  host: string
  port: number
  tenant: {
    /** The local tenant of this repository, rather than a real one. */
    sandbox: boolean
    /** Scheme and host, without a slash at the end. */
    baseUrl: string
    accessKey: string
    /** How long it may take to answer a call. */
    timeoutMs: number
  }
  limits: {
    /** The tenant's own limits, and the percentage of them that Goalkeeper may use. */
    callsPerMinute: number
    callsPerDay: number
    sharePercent: number
    /** How long the tenant's minute is: 60, shorter in tests. */
    windowSeconds: number
  }
  writes: (typeof writeModes)[number]
  database: DatabaseConfig
  /** Absolute. The sandbox has a folder of its own, so that trying it out never meets a real tenant's store. */
  dataDir: string
  syncIntervalSeconds: number
  logLevel: (typeof logLevels)[number]
}

type Environment = Record<string, string | undefined>

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const

/** Variables that hold a secret: main.ts drops them from its environment once they have been read. */
export const secretVariables = [
  'GAINSIGHT_ACCESS_KEY',
  'SANDBOX_ACCESS_KEY',
  'LAUNCH_SECRET',
  'DATABASE_URL',
  'OIDC_CLIENT_SECRET',
] as const

/** A start that the environment does not allow: one line, every fault in it. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  constructor(faults: string[]) {
    super(`${faults.join('; ')}.`)
  }
}

const baseUrlVariable = z
  .string()
  .refine(isSafeOrigin, {
    error: 'must be https:// and a host with nothing after it (http:// only for a host on loopback)',
  })
  .transform((text) => new URL(text).origin)

// The message never repeats the value: an address of a database holds its password.
const databaseVariable = z
  .string()
  .refine((text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol), {
    error: 'must be an address that begins with postgres://',
  })

const keyVariable = z.string().regex(/^[\x21-\x7e]+$/, { error: 'must be one word of visible ASCII characters' })

const launchVariable = z.string().regex(/^[\w-]{16,200}$/, {
  error: 'must be 16 to 200 letters, digits, - or _',
})

const variables = z.object({
  PORT: whole(0, 65_535).default(4300),
  HOST: z.string().default('127.0.0.1'),
  GAINSIGHT_BASE_URL: baseUrlVariable.optional(),
  GAINSIGHT_ACCESS_KEY: keyVariable.optional(),
  GAINSIGHT_ACCESS_KEY_FILE: z.string().optional(),
  GAINSIGHT_CALLS_PER_MINUTE: whole(1, 100_000).default(100),
  GAINSIGHT_CALLS_PER_DAY: whole(1, 100_000_000).default(50_000),
  GAINSIGHT_SHARE: whole(1, 100).optional(),
  GAINSIGHT_WINDOW_SECONDS: whole(1, 3600).default(60),
  GAINSIGHT_TIMEOUT_SECONDS: whole(1, 300).default(30),
  GAINSIGHT_WRITES: oneOf(writeModes).default('ask'),
  DATABASE_URL: databaseVariable.optional(),
  DATA_DIR: z.string().default('.data'),
  SYNC_INTERVAL_SECONDS: whole(1, 86_400).default(30),
  LAUNCH_SECRET: launchVariable.optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  SANDBOX_PORT: whole(1, 65_535).default(4310),
  SANDBOX_ACCESS_KEY: keyVariable.default('sandbox-access-key'),
  ...signInVariables,
})
type Variables = z.output<typeof variables>

/** Decides everything that the environment decides. An empty variable counts as unset. Throws a ConfigError with every fault. */
export function loadConfig(env: Environment): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = variables.safeParse(set)
  const faults = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []
  const accessKey = findKey(set, faults)
  const files = readSignInFiles(set, faults)
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults)
  const config = decide(parsed.data, accessKey)
  return { ...config, ...decideSignIn(parsed.data, files, config.tenant.sandbox) }
}

function decide(values: Variables, accessKey: string | undefined): Omit<Config, keyof SignInConfig> {
  const timeoutMs = values.GAINSIGHT_TIMEOUT_SECONDS * 1000
  const sandboxUrl = `http://127.0.0.1:${values.SANDBOX_PORT}`
  const tenant =
    values.GAINSIGHT_BASE_URL && accessKey
      ? { sandbox: false, baseUrl: values.GAINSIGHT_BASE_URL, accessKey, timeoutMs }
      : { sandbox: true, baseUrl: sandboxUrl, accessKey: values.SANDBOX_ACCESS_KEY, timeoutMs }
  return {
    host: values.HOST,
    port: values.PORT,
    tenant,
    limits: {
      callsPerMinute: values.GAINSIGHT_CALLS_PER_MINUTE,
      callsPerDay: values.GAINSIGHT_CALLS_PER_DAY,
      sharePercent: values.GAINSIGHT_SHARE ?? (tenant.sandbox ? 100 : 60),
      windowSeconds: values.GAINSIGHT_WINDOW_SECONDS,
    },
    writes: values.GAINSIGHT_WRITES,
    database: values.DATABASE_URL ? { kind: 'postgres', url: values.DATABASE_URL } : { kind: 'embedded' },
    dataDir: tenant.sandbox ? join(resolve(values.DATA_DIR), 'sandbox') : resolve(values.DATA_DIR),
    syncIntervalSeconds: values.SYNC_INTERVAL_SECONDS,
    logLevel: values.LOG_LEVEL,
  }
}

/** The key of a real tenant, from its variable or its file. Says what is wrong with either, and with both or none. */
function findKey(env: Environment, faults: string[]): string | undefined {
  const { GAINSIGHT_BASE_URL: baseUrl, GAINSIGHT_ACCESS_KEY: key, GAINSIGHT_ACCESS_KEY_FILE: file } = env
  if (baseUrl === undefined) {
    if (key !== undefined || file !== undefined) faults.push('an access key is set without GAINSIGHT_BASE_URL')
    return undefined
  }
  if (key !== undefined && file !== undefined) {
    faults.push('GAINSIGHT_ACCESS_KEY and GAINSIGHT_ACCESS_KEY_FILE are both set')
    return undefined
  }
  if (key !== undefined) return key
  if (file !== undefined) return readKeyFile(file, faults)
  faults.push('GAINSIGHT_BASE_URL is set without GAINSIGHT_ACCESS_KEY or GAINSIGHT_ACCESS_KEY_FILE')
  return undefined
}

function readKeyFile(path: string, faults: string[]): string | undefined {
  const text = readSecretFile('GAINSIGHT_ACCESS_KEY_FILE', path, faults)
  if (text === undefined) return undefined
  const key = keyVariable.safeParse(text)
  if (!key.success) {
    faults.push(
      `GAINSIGHT_ACCESS_KEY_FILE ${path} does not hold a key: it must be one word of visible ASCII characters`,
    )
  }
  return key.data
}
