// What start, test and dev share. Plain JavaScript without dependencies: it runs on whatever Node the machine has (18 or newer),
// before anything is installed. Everything after the install runs on the Node 24 that the install brings.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const bin = join(root, 'node_modules', '.bin')
/** Named here and not as `packageManager`: pnpm would then look for itself in the registry at every start. */
export const pnpmVersion = 'pnpm@12.21.0'

/** A failure that is told in one line and ends the program. */
export class Stop extends Error {}

/** Only the bff may see the tenant's key or a database's password: everything else is started with this environment. */
export function environmentWithoutSecrets() {
  const secret = /^(GAINSIGHT_|DATABASE_URL$|LAUNCH_SECRET$|OIDC_CLIENT_SECRET)/
  return withNode24(Object.fromEntries(Object.entries(process.env).filter(([name]) => !secret.test(name))))
}

/** Node 24 comes first on the PATH, and keeps what it has compiled, which takes most of a second off each start. */
export function withNode24(environment) {
  return {
    ...environment,
    PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${environment.PATH ?? ''}`,
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
  }
}

/** With SANDBOX_SIGN_IN_PORT the people of the sandbox sign in at a provider of its own: what the bff has to know of that one. */
export function signInAtTheSandbox() {
  const { SANDBOX_SIGN_IN_PORT: port, PORT } = process.env
  if (!port) return {}
  return {
    PUBLIC_URL: `http://127.0.0.1:${PORT || 4300}`,
    OIDC_ISSUER: `http://127.0.0.1:${port}`,
    OIDC_CLIENT_ID: 'goalkeeper',
    OIDC_CLIENT_SECRET: 'sandbox-client-secret',
    OIDC_ROLE_CLAIM: 'groups',
    ROLE_MAP: 'gk-admins=admin,gk-operators=operator,gk-editors=editor,gk-viewers=viewer',
  }
}

/** Installs what the lockfile says; does nothing when it was installed from this very lockfile. */
export function install() {
  const stamp = join(root, 'node_modules', '.installed-from')
  const manifests = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...workspaceFolders().map((folder) => join(folder, 'package.json')),
  ]
  const state = hashOf(manifests.filter((file) => existsSync(join(root, file))))
  if (existsSync(node24) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return
  console.log('Installing…')
  pnpm(['install', '--frozen-lockfile', '--reporter=append-only'], 'The install failed; the reason stands above.', {
    quiet: true,
  })
  writeFileSync(stamp, state)
}

/** Builds the web app; does nothing when its sources are those of the last build. */
export function build() {
  const stamp = join(root, 'apps', 'web', 'dist', '.built-from')
  const sources = ['apps/web', 'packages/gainsight', 'packages/filter', 'packages/contract'].flatMap(filesBelow)
  const state = hashOf(['pnpm-lock.yaml', ...sources])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return
  console.log('Building the web app…')
  pnpm(['--filter', '@goalkeeper/web', 'build'], 'The build failed; the reason stands above.', { quiet: true })
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, state)
}

/** Runs pnpm in the version that package.json names, without asking that it be installed. Its output is shown when it fails, or when not quiet. */
function pnpm(args, failure, { quiet }) {
  const result = spawnSync('npx', ['--yes', pnpmVersion, ...args], {
    cwd: root,
    env: environmentWithoutSecrets(),
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  })
  if (result.error?.code === 'ENOENT') throw new Stop('npm is needed: npx was not found on the PATH.')
  if (result.status === 0) return
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`)
  throw new Stop(failure)
}

/**
 * Starts one of our programs on Node 24. The child has a process group of its own, so that a Ctrl-C in the terminal reaches only us
 * and we stop the programs in their order; it ends by itself when we die, because its channel to us closes.
 */
export function startProgram(args, { cwd = root, env, stdout = 'inherit' }) {
  return spawn(node24, args, {
    cwd,
    env,
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
}

/** Asks a program to stop and waits until it has; after `patienceMs` it is killed, and that is said. */
export async function stopProgram(name, child, patienceMs = 45_000) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => {
    console.error(`${name} did not stop and is killed.`)
    child.kill('SIGKILL')
  }, patienceMs)
  await ended
  clearTimeout(timer)
}

/** Runs the main function of a script; a Stop becomes one line and exit code 1. */
export async function runScript(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

function workspaceFolders() {
  return ['apps', 'packages']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(group, name)))
    .concat('e2e')
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (
      entry.name === 'node_modules' ||
      entry.name === 'dist' ||
      entry.name.endsWith('.gen.ts') ||
      entry.name.includes('.test.')
    )
      return []
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
