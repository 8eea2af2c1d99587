import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { createSecureContext } from 'node:tls'
import { type Role, roles } from '@goalkeeper/contract/policy'
import { z } from 'zod'
import { readSecretFile } from './secret-file.ts'
import { isSafeOrigin, isSafeUrl, loopbackName, oneOf, whole } from './variables.ts'

/** How people come in, and what that makes of them. */
export type SignIn = OpenSignIn | ProviderSignIn | ProxySignIn
/** Without a sign-in: whoever reaches the sandbox may enter, and a real tenant by the launch link. No secret: a new one at each start. */
type OpenSignIn = { kind: 'open'; launchSecret: string | null } | { kind: 'launch-link'; launchSecret: string | null }
export type ProviderSignIn = RoleRules & {
  kind: 'provider'
  issuer: string
  clientId: string
  clientSecret: string
  /** The claim that holds the words of `roleMap`. */
  roleClaim: string | null
}
export type ProxySignIn = RoleRules & {
  kind: 'proxy'
  /** Names of headers, in small letters. `role` holds the words of `roleMap`. */
  headers: { user: string; name: string | null; email: string | null; role: string | null }
}
export type RoleRules = {
  /** What others call a role. */
  roleMap: Readonly<Record<string, Role>>
  /** An e-mail address or subject. */
  firstAdmin: string | null
  defaultRole: Role | null
}

export type SignInConfig = {
  signIn: SignIn
  /** The origin that people use; null: a loopback name. */
  publicUrl: string | null
  /** Addresses and networks whose word about a request counts. */
  trustedProxies: readonly string[]
  /** With it the bff serves https itself. */
  tls: { cert: string; key: string } | null
  session: { idleMs: number; longestMs: number }
}

/** People reach it by https, whether that ends here or at a proxy. */
export function isServedByHttps({ tls, publicUrl }: Pick<SignInConfig, 'tls' | 'publicUrl'>): boolean {
  return tls !== null || publicUrl?.startsWith('https:') === true
}

type Environment = Record<string, string | undefined>

const minutes = 60_000
const text = z.string().trim().min(1).max(1000)
const header = z
  .string()
  .regex(/^[a-z0-9-]+$/i, { error: 'must be the name of a header' })
  .toLowerCase()
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
)
const defaultRoles = ['none', 'viewer', 'editor', 'operator'] as const

/** The variables of sign-in, each by itself. */
export const signInVariables = {
  PUBLIC_URL: z
    .string()
    .refine(isSafeOrigin, {
      error: 'must be https:// and a host with nothing after it (http:// only for a host on loopback)',
    })
    .transform((value) => new URL(value).origin)
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine(isSafeUrl, { error: 'must be an https:// address (http:// only for a host on loopback)' })
    .optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_CLIENT_SECRET_FILE: text.optional(),
  OIDC_ROLE_CLAIM: text.optional(),
  PROXY_USER_HEADER: header.optional(),
  PROXY_NAME_HEADER: header.optional(),
  PROXY_EMAIL_HEADER: header.optional(),
  PROXY_ROLE_HEADER: header.optional(),
  TRUSTED_PROXIES: list
    .refine((networks) => networks.every(isNetwork), {
      error: 'must be addresses or networks with commas between them, such as 10.0.0.7,192.168.4.0/24',
    })
    .default([]),
  ROLE_MAP: list
    .refine((pairs) => pairs.every(isRolePair), {
      error: `must be pairs with commas between them, such as gk-admins=admin; the roles are ${roles.join(', ')}`,
    })
    .transform((pairs) => Object.fromEntries(pairs.map(rolePairOf)))
    .default({}),
  FIRST_ADMIN: text.optional(),
  DEFAULT_ROLE: oneOf(defaultRoles).default('none'),
  SESSION_IDLE_MINUTES: whole(1, 43_200).default(120),
  SESSION_HOURS: whole(1, 8760).default(12),
  TLS_CERT_FILE: text.optional(),
  TLS_KEY_FILE: text.optional(),
}
type Values = z.output<z.ZodObject<typeof signInVariables>>

/** What the variables may not say together, and what has to be read from files. Notes each fault. */
export function readSignInFiles(env: Environment, faults: string[]): SignInFiles {
  const provider = namesWith(env, 'OIDC_').length > 0
  const proxy = namesWith(env, 'PROXY_').length > 0
  const files = { clientSecret: provider ? clientSecretOf(env, faults) : undefined, tls: tlsOf(env, faults) }

  if (provider) needs(env, faults, 'sign-in by OpenID Connect', ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'PUBLIC_URL'])
  if (proxy) needs(env, faults, 'sign-in by a proxy', ['PROXY_USER_HEADER', 'TRUSTED_PROXIES', 'PUBLIC_URL'])
  if (provider && proxy) faults.push('OIDC_ISSUER and PROXY_USER_HEADER are both set: people sign in one way')
  if (!provider && !proxy) {
    for (const name of ['FIRST_ADMIN', 'DEFAULT_ROLE', 'ROLE_MAP']) {
      if (env[name] !== undefined) faults.push(`${name} is set without a sign-in (OIDC_ISSUER or PROXY_USER_HEADER)`)
    }
  } else {
    if (env['LAUNCH_SECRET'] !== undefined) faults.push('LAUNCH_SECRET is set, and people sign in another way')
    const says = env['OIDC_ROLE_CLAIM'] ?? env['PROXY_ROLE_HEADER']
    if (env['ROLE_MAP'] !== undefined && says === undefined) {
      faults.push('ROLE_MAP is set without OIDC_ROLE_CLAIM or PROXY_ROLE_HEADER')
    }
    if (says !== undefined && env['ROLE_MAP'] === undefined) {
      faults.push('OIDC_ROLE_CLAIM or PROXY_ROLE_HEADER is set without ROLE_MAP')
    }
  }
  checkReach(env, provider || proxy, faults)
  return files
}
type SignInFiles = { clientSecret: string | undefined; tls: SignInConfig['tls'] }

/** Sign-in as the environment decides it, when nothing in it is at fault. */
export function decideSignIn(
  values: Values & { LAUNCH_SECRET?: string | undefined },
  { clientSecret, tls }: SignInFiles,
  sandbox: boolean,
): SignInConfig {
  return {
    signIn: signInOf(values, clientSecret, sandbox),
    publicUrl: values.PUBLIC_URL ?? null,
    trustedProxies: values.TRUSTED_PROXIES,
    tls,
    session: { idleMs: values.SESSION_IDLE_MINUTES * minutes, longestMs: values.SESSION_HOURS * 60 * minutes },
  }
}

function signInOf(
  values: Values & { LAUNCH_SECRET?: string | undefined },
  clientSecret: string | undefined,
  sandbox: boolean,
): SignIn {
  const rules: RoleRules = {
    roleMap: values.ROLE_MAP,
    firstAdmin: values.FIRST_ADMIN ?? null,
    defaultRole: values.DEFAULT_ROLE === 'none' ? null : values.DEFAULT_ROLE,
  }
  if (values.OIDC_ISSUER !== undefined && values.OIDC_CLIENT_ID !== undefined && clientSecret !== undefined) {
    const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_ROLE_CLAIM: roleClaim = null } = values
    return { kind: 'provider', issuer, clientId, clientSecret, roleClaim, ...rules }
  }
  if (values.PROXY_USER_HEADER !== undefined) {
    const { PROXY_NAME_HEADER: name = null, PROXY_EMAIL_HEADER: email = null, PROXY_ROLE_HEADER: role = null } = values
    return { kind: 'proxy', headers: { user: values.PROXY_USER_HEADER, name, email, role }, ...rules }
  }
  return { kind: sandbox ? 'open' : 'launch-link', launchSecret: values.LAUNCH_SECRET ?? null }
}

const namesWith = (env: Environment, start: string) =>
  Object.keys(signInVariables).filter((name) => name.startsWith(start) && env[name] !== undefined)

function needs(env: Environment, faults: string[], what: string, names: string[]): void {
  const missing = names.filter((name) => env[name] === undefined)
  if (missing.length > 0) faults.push(`${what} needs ${missing.join(' and ')}`)
}

/** Other machines may reach only what asks people who they are, and that by https. */
function checkReach(env: Environment, signsIn: boolean, faults: string[]): void {
  const { HOST: host = '127.0.0.1', PUBLIC_URL: publicUrl = '', TRUSTED_PROXIES: proxies, TLS_CERT_FILE: cert } = env
  if (cert !== undefined && publicUrl.startsWith('http:')) {
    faults.push('PUBLIC_URL must be https:// when TLS_CERT_FILE is set')
  }
  if (loopbackName.test(host)) return
  const must = 'HOST must be a loopback address (127.0.0.1, ::1 or localhost)'
  if (!signsIn) return void faults.push(`${must}: there is no sign-in, so nobody else may reach it`)
  if (cert !== undefined) return
  if (proxies === undefined || !publicUrl.startsWith('https:')) {
    faults.push(
      `${must} without https: set TLS_CERT_FILE and TLS_KEY_FILE, or TRUSTED_PROXIES and a PUBLIC_URL that begins with https://`,
    )
  }
}

function clientSecretOf(env: Environment, faults: string[]): string | undefined {
  const { OIDC_CLIENT_SECRET: secret, OIDC_CLIENT_SECRET_FILE: file } = env
  if (secret !== undefined && file !== undefined) {
    faults.push('OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE are both set')
    return undefined
  }
  if (secret !== undefined) return secret
  if (file === undefined) {
    faults.push('sign-in by OpenID Connect needs OIDC_CLIENT_SECRET or OIDC_CLIENT_SECRET_FILE')
    return undefined
  }
  const read = readSecretFile('OIDC_CLIENT_SECRET_FILE', file, faults)
  if (read === '') faults.push(`OIDC_CLIENT_SECRET_FILE ${file} is empty`)
  return read
}

function tlsOf(env: Environment, faults: string[]): SignInConfig['tls'] {
  const { TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile } = env
  if (certFile === undefined && keyFile === undefined) return null
  if (certFile === undefined || keyFile === undefined) {
    faults.push('TLS_CERT_FILE and TLS_KEY_FILE are set together or not at all')
    return null
  }
  const key = readSecretFile('TLS_KEY_FILE', keyFile, faults)
  if (key === undefined) return null
  try {
    const tls = { cert: readFileSync(certFile, 'utf8'), key }
    createSecureContext(tls)
    return tls
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    faults.push(`TLS_CERT_FILE and TLS_KEY_FILE cannot be used: ${reason}`)
    return null
  }
}

function isNetwork(value: string): boolean {
  const [address = '', prefix, ...rest] = value.split('/')
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0
  return bits > 0 && rest.length === 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}

// What others call a role may hold an equals sign, such as a name of LDAP.
function rolePairOf(pair: string): [string, Role] {
  const at = pair.lastIndexOf('=')
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim() as Role]
}

function isRolePair(pair: string): boolean {
  const [word, role] = rolePairOf(pair)
  return word !== '' && roles.includes(role)
}
