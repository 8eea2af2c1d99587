// pnpm chaos: many goals changed by a change set, and then as many created by an import, against a tenant that drops calls, applies them late, fails and refuses, while the bff is killed again
// and again. Compares goal by goal what the tenant holds with the ledger and with what was intended; ends with 1 when a promise does not hold.
import { cpus, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createClient } from './load/client.mjs'
import { numbersOf } from './load/options.mjs'
import { createRandom } from './load/random.mjs'
import { printTable } from './load/report.mjs'
import { createTenant } from './load/tenant.mjs'
import { startReplicas, untilReady } from './start-replicas.mjs'
import { install, runScript, Stop } from './toolchain.mjs'

const launchSecret = 'launch-secret-of-the-chaos'
const dueDate = '2041-05-31'
const storages = ['embedded', 'postgres']
/** The tenant is given this long for a call, and may apply one late within it. */
const timeoutSeconds = 3
const patienceMs = 30 * 60_000

/** Makes the drafts that are run, one after the other. */
const drafts = {
  'goals changed': (api, _client, gsids) => {
    const deeds = [
      { kind: 'set', field: 'DueDate', value: dueDate },
      { kind: 'append', html: '<p>Changed among many</p>' },
    ]
    return api('POST', '/api/changes', { goals: { gsids }, deeds })
  },
  'goals created by an import': async (api, client, gsids) => {
    const { rows } = await api('POST', '/api/goals/query', { select: ['CompanyId'], limit: 200 })
    const companies = [...new Set(rows.flatMap(({ fields }) => fields.CompanyId ?? []))]
    const lines = gsids.map(
      (_, at) => `Created among many ${at + 1},New,${companies[at % companies.length]},${dueDate}`,
    )
    const file = ['Goal,Status,Company Id,Due date', ...lines].join('\r\n')
    const headers = { 'content-type': 'text/csv' }
    const reply = await client.send('POST', '/api/imports?name=chaos.csv', { text: file, headers, patience: 60_000 })
    if (reply.status !== 200) throw new Stop(`The file was not taken: ${reply.text}`)
    const { id, counts, mappingProblems } = JSON.parse(reply.text)
    if (counts?.create !== gsids.length)
      throw new Stop(`The import says ${JSON.stringify({ counts, mappingProblems })}.`)
    const { changeSet } = await api('POST', `/api/imports/${id}/change-set`)
    return api('GET', `/api/changes/${changeSet}`)
  },
}

await runScript(async () => {
  const { goals, kills, storage, calls, windowSeconds, seed } = readOptions()
  install()
  const limits = { CALLS_PER_MINUTE: String(calls), WINDOW_SECONDS: String(windowSeconds) }
  const loadBefore = loadavg()[0]
  const setup = await startReplicas({
    storage,
    stdout: 'ignore',
    sandboxSettings: {
      SANDBOX_GOALS: String(Math.max(200, goals + 100)),
      SANDBOX_CALLS_PER_MINUTE: limits.CALLS_PER_MINUTE,
      SANDBOX_WINDOW_SECONDS: limits.WINDOW_SECONDS,
      SANDBOX_CALLS_PER_DAY: '10000000',
      SANDBOX_SWITCHES: '{"window":"sliding"}',
    },
    bffSettings: (sandboxUrl) => ({
      GAINSIGHT_BASE_URL: sandboxUrl,
      GAINSIGHT_ACCESS_KEY: 'sandbox-access-key',
      GAINSIGHT_SHARE: '100',
      GAINSIGHT_CALLS_PER_MINUTE: limits.CALLS_PER_MINUTE,
      GAINSIGHT_WINDOW_SECONDS: limits.WINDOW_SECONDS,
      GAINSIGHT_CALLS_PER_DAY: '10000000',
      GAINSIGHT_TIMEOUT_SECONDS: String(timeoutSeconds),
      GAINSIGHT_WRITES: 'on',
      LAUNCH_SECRET: launchSecret,
      LOG_LEVEL: 'error',
    }),
  })
  try {
    const client = createClient(setup.url)
    await client.enter(launchSecret)
    const api = createApi(client)
    const tenant = createTenant(setup.sandboxUrl)
    const gsids = await firstGoals(api, goals)
    const random = createRandom(seed)
    let holds = true
    for (const [what, makeDraft] of Object.entries(drafts)) {
      const { id, counts } = await makeDraft(api, client, gsids)
      await setFaults(setup.sandboxUrl, faultsFor(seed))
      const { writes: before } = await tenant.stats()
      const began = performance.now()
      await api('POST', `/api/changes/${id}/run`, { expected: counts.willChange })
      const killed = await killWhileItRuns(setup, api, id, { kills, random })
      const set = await untilSettled(api, id, Number.POSITIVE_INFINITY)
      const seconds = (performance.now() - began) / 1000
      await setFaults(setup.sandboxUrl, [])
      const rows = await allRows(api, id)
      const faults = await compare(tenant, rows, counts.willChange, before)
      const { windows, throttled } = await tenant.stats()
      const doesHold = printTable([
        { what: 'machine', value: `${cpus().length} × ${cpus()[0]?.model}; load before ${loadBefore?.toFixed(1)}` },
        { what: 'storage', value: storage },
        { what, value: goals },
        { what: 'kills', value: killed, promise: `${kills}`, holds: killed === kills },
        { what: 'state', value: set.state, promise: 'done', holds: set.state === 'done' },
        {
          what: 'confirmed of those to change',
          value: `${set.counts.confirmed} of ${counts.willChange}`,
          promise: 'all',
          holds: set.counts.confirmed === counts.willChange,
        },
        { what: 'unknown', value: set.counts.unknown, promise: '0', holds: set.counts.unknown === 0 },
        {
          what: 'rows that are not as the tenant holds them',
          value: faults.length,
          promise: '0',
          holds: faults.length === 0,
        },
        {
          what: `most calls in any ${windowSeconds} s`,
          value: windows.synchronous.mostReceived,
          promise: `at most ${calls}`,
          holds: windows.synchronous.mostReceived <= calls,
        },
        { what: 'refusals for too many calls', value: throttled, promise: '0', holds: throttled === 0 },
        { what: 'took', value: `${seconds.toFixed(0)} s` },
      ])
      for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
      holds &&= doesHold
    }
    console.log(`Seed ${seed}.`)
    client.close()
    return holds ? 0 : 1
  } finally {
    await setup.stop()
  }
})

function readOptions() {
  const { values } = parseArgs({
    options: {
      goals: { type: 'string', default: '1000' },
      kills: { type: 'string', default: '20' },
      storage: { type: 'string', default: 'embedded' },
      calls: { type: 'string', default: '100' },
      'window-seconds': { type: 'string', default: '2' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  })
  const { storage, ...texts } = values
  if (!storages.includes(storage)) throw new Stop(`--storage must be one of ${storages.join(', ')}.`)
  const { 'window-seconds': windowSeconds, ...rest } = numbersOf(texts)
  return { ...rest, storage, windowSeconds }
}

/** Calls of the API that come again until they are answered, for a bff may be dying. */
function createApi(client) {
  return async (method, path, body) => {
    for (;;) {
      const reply = await client.send(method, path, { body }).catch((error) => error)
      if (reply.status === 200) return JSON.parse(reply.text)
      const isRefused = reply.status >= 400 && reply.status < 500 && reply.status !== 401
      if (isRefused) throw new Stop(`${method} ${path}: ${reply.text}`)
      await wait(100)
    }
  }
}

/** 5 % of writes are lost before and 5 % after they are applied, 2 % are applied late, 2 % fail with 5xx, 2 % are refused with 429. */
function faultsFor(seed) {
  const some = (kind, probability, more = {}) => ({ kind, probability, effect: 'write', seed, ...more })
  return [
    some('drop-before-apply', 0.05),
    some('drop-after-apply', 0.05, { seed: seed + 1 }),
    some('apply-late', 0.02, { seed: seed + 2, ms: (timeoutSeconds * 1000) / 2 }),
    some('server-error', 0.02, { seed: seed + 3 }),
    some('throttle', 0.02, { seed: seed + 4, retryAfter: 1 }),
  ]
}

async function setFaults(url, faults) {
  const headers = { 'content-type': 'application/json', 'x-sandbox-control': '1' }
  const reply = await fetch(`${url}/__sandbox/faults`, { method: 'POST', headers, body: JSON.stringify({ faults }) })
  if (!reply.ok) throw new Error(`The sandbox did not take the faults: ${await reply.text()}`)
}

async function firstGoals(api, count) {
  for (;;) {
    const { sync } = await api('GET', '/api/status')
    if (sync.complete) break
    await wait(250)
  }
  const gsids = []
  while (gsids.length < count) {
    const query = { select: ['Name'], offset: gsids.length, limit: Math.min(500, count - gsids.length) }
    const { rows } = await api('POST', '/api/goals/query', query)
    if (rows.length === 0) throw new Stop(`There are only ${gsids.length} goals.`)
    gsids.push(...rows.map(({ gsid }) => gsid))
  }
  return gsids
}

/** Each time a part of the goals has been settled. Gives how often it was killed. */
async function killWhileItRuns({ replicas, start }, api, id, { kills, random }) {
  for (let kill = 0; kill < kills; kill += 1) {
    const { state } = await untilSettled(api, id, (kill + random()) / (kills + 1))
    if (state === 'done') return kill
    await wait(random() * 300)
    const replica = replicas[Math.floor(random() * replicas.length)]
    const ended = new Promise((resolve) => replica.program.once('exit', resolve))
    replica.program.kill('SIGKILL')
    await ended
    start(replica)
    await untilReady(replica)
  }
  return kills
}

async function untilSettled(api, id, part) {
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await wait(100)) {
    const set = await resumed(api, id)
    const { queued, sent, unknown, willChange } = set.counts
    if (set.state === 'done' || willChange - queued - sent - unknown >= part * willChange) return set
  }
  throw new Stop('The change set does not go on.')
}

/** Lets it go on where it has paused by itself, as a person would. */
async function resumed(api, id) {
  const set = await api('GET', `/api/changes/${id}`)
  if (set.state !== 'paused') return set
  console.log(`It paused: ${set.pausedBecause}`)
  return api('POST', `/api/changes/${id}/resume`)
}

async function allRows(api, id) {
  const rows = []
  for (;;) {
    const page = await api('POST', `/api/changes/${id}/rows`, { offset: rows.length, limit: 500 })
    rows.push(...page.rows)
    if (page.rows.length < 500) return rows
  }
}

/** What the tenant holds otherwise than the ledger says, or than was intended, in a sentence each. `before`: the writes that it had counted then. */
async function compare({ record, stats }, rows, expected, before) {
  const { writes } = await stats()
  const faults = []
  const created = new Map()
  for (const gsid of writes.created.slice(before.created.length)) {
    const { Name } = await record(gsid)
    created.set(Name, [...(created.get(Name) ?? []), gsid])
  }
  for (const { kind, gsid, name, state, reason, differences } of rows) {
    if (state !== 'confirmed') {
      faults.push(`"${name}" is ${state}: ${reason}`)
      continue
    }
    const held = await record(gsid)
    for (const { field, after } of differences) {
      if (field in held && held[field] !== after)
        faults.push(`"${name}" has ${field} ${held[field]} in place of ${after}.`)
    }
    const times = kind === 'create' ? (created.get(name)?.length ?? 0) : (writes.byGoal[gsid] ?? 0)
    if (times !== 1) faults.push(`"${name}" was written ${times} times.`)
    if (kind === 'create' && created.get(name)?.[0] !== gsid)
      faults.push(`"${name}" is another goal than the ledger says.`)
  }
  const applied = writes.applied - before.applied
  if (rows.length !== expected) faults.push(`The ledger has ${rows.length} rows in place of ${expected}.`)
  if (applied !== expected) faults.push(`${applied} writes were applied in place of ${expected}.`)
  return faults
}
