// pnpm replicas:load: two bffs on one PostgreSQL behind a load balancer, under reads and writes, while one of them is killed again and again,
// and then both are restarted in turn. Compares what the tenant holds with what was asked for; ends with 1 when a promise does not hold.
import { cpus, loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createClient } from './load/client.mjs'
import { killAtRandom } from './load/disturb.mjs'
import { watchMemory } from './load/memory.mjs'
import { createQuestions } from './load/questions.mjs'
import { numbersOf } from './load/options.mjs'
import { createRandom } from './load/random.mjs'
import { createReaders } from './load/readers.mjs'
import { countReasons, printTable, quantile } from './load/report.mjs'
import { createScreens } from './load/screens.mjs'
import { compareWithTenant, createTenant } from './load/tenant.mjs'
import { createWriters } from './load/writers.mjs'
import { restartInTurn, startReplicas } from './start-replicas.mjs'
import { install, runScript } from './toolchain.mjs'

const people = 30
const screenCount = 10
/** One request in so many is a write. */
const readsPerWrite = 12
/** A careful update is two calls; and the sync calls too. On a slow machine no queue may grow for longer than a bff that stops waits for it. */
const callsPerWrite = { timed: 1.35, untimed: 2 }
const settlePatienceMs = 300_000
/** As long as it may be to the end of the next sync. */
const syncPatienceMs = 90_000
const launchSecret = 'launch-secret-of-the-load'
const accessKey = 'sandbox-access-key'
const userCallsAnHour = 100
const calmMs = 3_000

await runScript(async () => {
  const options = readOptions()
  install()
  const { seconds, rate, kills, windowSeconds, timeoutSeconds, seed, untimed } = options
  const calls = Math.ceil((rate / readsPerWrite) * callsPerWrite[untimed ? 'untimed' : 'timed'] * windowSeconds)
  const limits = { CALLS_PER_MINUTE: String(calls), WINDOW_SECONDS: String(windowSeconds) }
  const before = loadavg()[0]
  const setup = await startReplicas({
    stdout: 'ignore',
    sandboxSettings: {
      SANDBOX_CALLS_PER_MINUTE: limits.CALLS_PER_MINUTE,
      SANDBOX_WINDOW_SECONDS: limits.WINDOW_SECONDS,
      SANDBOX_CALLS_PER_DAY: '10000000',
      SANDBOX_SWITCHES: '{"window":"sliding"}',
    },
    bffSettings: (sandboxUrl) => ({
      GAINSIGHT_BASE_URL: sandboxUrl,
      GAINSIGHT_ACCESS_KEY: accessKey,
      GAINSIGHT_SHARE: '100',
      GAINSIGHT_CALLS_PER_MINUTE: limits.CALLS_PER_MINUTE,
      GAINSIGHT_WINDOW_SECONDS: limits.WINDOW_SECONDS,
      GAINSIGHT_CALLS_PER_DAY: '10000000',
      GAINSIGHT_TIMEOUT_SECONDS: String(timeoutSeconds),
      GAINSIGHT_WRITES: 'on',
      LAUNCH_SECRET: launchSecret,
    }),
  })
  try {
    const clients = Array.from({ length: people }, () => createClient(setup.url))
    for (const client of clients) await client.enter(launchSecret)
    const goals = await allGoals(clients[0])
    const tenant = createTenant(setup.sandboxUrl)
    await untilCalm(tenant)
    const random = createRandom(seed)
    const ask = createQuestions(
      goals.map(({ gsid }) => gsid),
      createRandom(seed + 1),
    )
    const readers = createReaders(clients)
    const writers = createWriters(clients, goals, createRandom(seed + 2))
    const screens = createScreens(clients.slice(0, screenCount))
    const memory = watchMemory(setup.replicas)
    const delay = monitorEventLoopDelay()
    delay.enable()
    const load = drive(rate, (number, dueAt) =>
      number % readsPerWrite === 0 ? writers.write() : readers.read(ask(), dueAt),
    )
    const began = performance.now()
    const killed = []
    await killAtRandom(setup, { kills, seconds, random, onKill: () => killed.push(performance.now()) })
    const rollingFrom = performance.now()
    await restartInTurn(setup)
    const rollingTo = performance.now()
    load.stop()
    await readers.idle()
    const settlingFrom = performance.now()
    await writers.settle(settlePatienceMs)
    const settledIn = performance.now() - settlingFrom
    delay.disable()
    const mostMemory = await memory()
    await screens.close()
    const { applied, faults } = await compareWithTenant(tenant, writers.orders)
    const stale = await compareWithCopy(clients[0], writers.orders)
    const { windows, throttled } = await tenant.stats()

    // That a write of a killed bff is in doubt, or was never sent, may be told only now, and is none of the restart's doing.
    const lastKill = Math.max(...killed)
    const isOfKill = ({ code, askedAt }) =>
      (code === 'outcome-unknown' && askedAt < rollingFrom) || (code === 'not-ready' && askedAt < lastKill)
    const isRolling = (failure) => failure.at >= rollingFrom && failure.at <= rollingTo && !isOfKill(failure)
    const readTimes = readers.answered.map(({ ms }) => ms)
    const seconds_ = (ms) => `${(ms / 1000).toFixed(2)} s`
    const longestOf = (stretches) => Math.max(0, ...stretches.map(({ ms }) => ms))
    const lag = `${Math.round(delay.percentile(99) / 1e6)} ms`
    const rollingFailures = [...readers.failed, ...writers.failed].filter(isRolling)
    const toldOf = screens.told.reduce((sum, heard) => sum + heard.size, 0)
    /** On a machine that is busy with something else, how long things take says nothing. */
    const timed = (promise, holds) => (untimed ? {} : { promise, holds })
    const holds = printTable([
      {
        what: 'machine',
        value: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}; load before ${before?.toFixed(1)}`,
      },
      { what: 'delay of the load itself, p99', value: lag },
      {
        what: 'requests that were due',
        value: `${load.count()} at ${rate} a second, ${seconds} s and a rolling restart`,
      },
      { what: 'kills', value: killed.length, promise: `${kills}`, holds: killed.length === kills },
      {
        what: `most calls in any ${windowSeconds} s`,
        value: windows.synchronous.mostReceived,
        promise: `at most ${calls}`,
        holds: windows.synchronous.mostReceived <= calls && windows.users.mostReceived <= userCallsAnHour,
      },
      { what: 'calls that the tenant refused', value: throttled, promise: '0', holds: throttled === 0 },
      { what: 'writes asked for', value: writers.orders.length },
      {
        what: 'writes applied',
        value: applied,
        promise: 'each once',
        holds: faults.length === 0,
      },
      { what: 'writes sent again with their key', value: writers.failed.length },
      {
        what: 'writes known not to be applied, sent anew',
        value: writers.orders.filter(({ attempts }) => attempts > 1).length,
      },
      {
        what: 'last write settled after',
        value: seconds_(settledIn),
        promise: `${settlePatienceMs / 1000} s`,
        holds: settledIn < settlePatienceMs,
      },
      {
        what: 'writes that the copy has otherwise after a sync',
        value: stale.length,
        promise: '0',
        holds: stale.length === 0,
      },
      { what: 'reads', value: `${readTimes.length}, of which ${readers.failed.length} failed at first` },
      {
        what: 'longest that a reader saw an error',
        value: seconds_(longestOf(readers.failed)),
        ...timed('1 s', longestOf(readers.failed) <= 1000),
      },
      {
        what: 'reads, p50 and p99',
        value: `${Math.round(quantile(readTimes, 0.5))} ms, ${Math.round(quantile(readTimes, 0.99))} ms`,
      },
      {
        what: 'breaks of event streams, longest',
        value: `${screens.breaks.length}, ${seconds_(longestOf(screens.breaks))}`,
      },
      {
        what: 'confirmed writes told to a screen',
        value: `${((100 * toldOf) / (screenCount * Math.max(1, applied))).toFixed(1)} %`,
      },
      {
        what: 'requests failed in the rolling restart',
        value: rollingFailures.length,
        promise: '0',
        holds: rollingFailures.length === 0,
      },
      { what: 'rolling restart took', value: seconds_(rollingTo - rollingFrom) },
      { what: 'most memory of a bff', value: `${mostMemory} MB` },
    ])
    console.log(`\nTook ${seconds_(performance.now() - began)}; seed ${seed}.`)
    for (const kind of new Set(readers.answered.map((each) => each.kind))) {
      const times = readers.answered.filter((each) => each.kind === kind).map(({ ms }) => ms)
      console.log(
        `${kind}: ${times.length}, p50 ${Math.round(quantile(times, 0.5))} ms, p99 ${Math.round(quantile(times, 0.99))} ms`,
      )
    }
    tellAll('Reads failed', countReasons(readers.failed))
    tellAll('Writes were sent again', countReasons(writers.failed))
    tellAll('In the rolling restart', countReasons(rollingFailures))
    tellAll('The tenant', faults)
    tellAll('The copy', stale)
    for (const client of clients) client.close()
    return holds ? 0 : 1
  } finally {
    await setup.stop()
  }
})

function readOptions() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '120' },
      rate: { type: 'string', default: '300' },
      kills: { type: 'string', default: '5' },
      'window-seconds': { type: 'string', default: '10' },
      'timeout-seconds': { type: 'string', default: '30' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      untimed: { type: 'boolean', default: false },
    },
  })
  const { untimed, ...texts } = values
  const { 'window-seconds': windowSeconds, 'timeout-seconds': timeoutSeconds, ...rest } = numbersOf(texts)
  return { ...rest, untimed, windowSeconds, timeoutSeconds }
}

/** Requests come at fixed times, however long the answers to those before take. */
function drive(rate, onDue) {
  const began = performance.now()
  let number = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) * rate) / 1000)
    for (; number < due; number += 1) onDue(number, began + (number * 1000) / rate)
  }, 5)
  return { count: () => number, stop: () => clearInterval(timer) }
}

/** Waits until what is read once of a new tenant has been read: until no call was made for some seconds. */
async function untilCalm(tenant) {
  for (let [before, since] = [-1, Date.now()]; Date.now() - since < calmMs; await wait(250)) {
    const { calls } = await tenant.stats()
    if (calls !== before) [before, since] = [calls, Date.now()]
  }
}

/** Every goal once the copy is complete. */
async function allGoals(client) {
  for (;;) {
    const { sync } = JSON.parse((await client.send('GET', '/api/status')).text)
    if (sync.complete) break
    await wait(250)
  }
  const rows = await readCopy(client, ['Gsid', 'CompanyId', 'EntityType'])
  return rows.map(({ gsid, fields }) => ({ gsid, companyId: fields.CompanyId })).filter(({ companyId }) => companyId)
}

async function readCopy(client, select) {
  const rows = []
  for (;;) {
    const query = { select, sort: [{ field: 'Gsid', direction: 'asc' }], offset: rows.length, limit: 500 }
    const page = JSON.parse((await client.send('POST', '/api/goals/query', { body: query })).text)
    rows.push(...page.rows)
    if (page.rows.length < 500) return rows
  }
}

/**
 * What was written last has to stand in the copy, too: at once, but for what a process was about to tell the copy when it was killed. That comes
 * with the next sync.
 */
async function compareWithCopy(client, orders) {
  const last = new Map(
    orders.toSorted((a, b) => a.settledAt - b.settledAt).map((order) => [order.goal?.gsid ?? order.name, order]),
  )
  for (const deadline = Date.now() + syncPatienceMs; ; await wait(500)) {
    const names = new Set((await readCopy(client, ['Name'])).map(({ fields }) => fields.Name))
    const stale = [...last.values()].filter(({ name }) => !names.has(name))
    if (stale.length === 0 || Date.now() > deadline) return stale.map(({ name }) => `"${name}" is not there.`)
  }
}

function tellAll(heading, sentences) {
  if (sentences.length === 0) return
  console.log(`\n${heading}:`)
  for (const sentence of sentences.slice(0, 20)) console.log(`  ${sentence}`)
}
