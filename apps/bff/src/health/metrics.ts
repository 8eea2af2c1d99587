import { metricsPath } from '@goalkeeper/contract/openapi'
import { lanes } from '@goalkeeper/contract/status'
import { type RequestHandler, Router } from 'express'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Gateway } from '#bff/gateway/gateway.ts'
import type { GoalIndex } from '#bff/goal-index/goal-index.ts'
import { permit } from '#bff/http/caller.ts'

/** What is asked of the rooms when the metrics are read. */
export type Measured = {
  gateway: Pick<Gateway, 'budget' | 'unsettled'>
  goalIndex: Pick<GoalIndex, 'sync'>
  now: () => number
}

export type Metrics = {
  /** Times every request by its route, method and status. Mounted before the routes. */
  timeRequests: RequestHandler
  /** Notes a call to the tenant: which, how it ended (`ok`, or the kind of failure), and how long it took. */
  onCall: (route: string, outcome: string, seconds: number) => void
  /** `GET /metrics` in the format of Prometheus. */
  router: (measured: Measured) => Router
}

/** Numbers for those who watch over the program. Labels are names of routes, lanes and outcomes: never a person, a goal or an address. */
export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register, prefix: 'goalkeeper_' })
  const requests = new Histogram({
    name: 'goalkeeper_request_seconds',
    help: 'How long requests to Goalkeeper took.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60],
    registers,
  })
  const calls = new Histogram({
    name: 'goalkeeper_tenant_call_seconds',
    help: 'How long calls to Gainsight took once they were sent.',
    labelNames: ['route', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  const refusals = new Counter({
    name: 'goalkeeper_tenant_refusals_total',
    help: 'Calls that Gainsight refused because its limit was reached.',
    registers,
  })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `goalkeeper_${name}`, help, labelNames, registers })
  const used = gauge('budget_used', 'Calls that count against our share now.', ['window'])
  const limit = gauge('budget_limit', 'Our share of the calls that Gainsight allows.', ['window'])
  const waiting = gauge('queue', 'Calls that wait for their turn.', ['lane'])
  const longestWait = gauge('queue_seconds', 'How long the last in the queue will wait.', ['lane'])
  const stopped = gauge('stopped', '1 while all calls are stopped.')
  const paused = gauge('paused', '1 while Gainsight refuses calls.')
  const quiet = gauge('quiet', '1 during the quiet hours, in which nothing is synced.')
  const goals = gauge('goals', 'Goals in the index.')
  const complete = gauge('goals_complete', '1 when the index is known to hold every goal.')
  const age = gauge('sync_age_seconds', 'Since Gainsight last answered the sync; absent before the first answer.')
  const failing = gauge('sync_failing', '1 while the sync fails.')
  const unknown = gauge('writes_unknown', 'Writes whose outcome is not known.')

  async function measure({ gateway, goalIndex, now }: Measured): Promise<void> {
    const budget = await gateway.budget()
    const sync = goalIndex.sync()
    for (const window of ['minute', 'day'] as const) {
      used.set({ window }, budget[window].used)
      limit.set({ window }, budget[window].limit)
    }
    for (const lane of lanes) {
      const inLane = budget.waiting.filter((call) => call.lane === lane)
      waiting.set({ lane }, inLane.length)
      longestWait.set({ lane }, Math.max(0, ...inLane.map(({ seconds }) => seconds)))
    }
    stopped.set(Number(budget.stopped))
    paused.set(Number(budget.refusals?.pausedUntil != null))
    quiet.set(Number(budget.quietUntil !== null))
    goals.set(sync.goals)
    complete.set(Number(sync.complete))
    failing.set(Number(sync.state === 'failing'))
    if (sync.answeredAt === null) age.remove()
    else age.set((now() - sync.answeredAt) / 1000)
    unknown.set(await gateway.unsettled())
  }

  return {
    timeRequests: (request, response, next) => {
      const seconds = requests.startTimer()
      response.once('close', () => {
        const route = typeof request.route?.path === 'string' ? request.route.path : 'none'
        seconds({ route, method: request.method, status: response.statusCode })
      })
      next()
    },
    onCall: (route, outcome, seconds) => {
      calls.observe({ route, outcome }, seconds)
      if (outcome === 'throttled') refusals.inc()
    },
    router: (measured) =>
      Router().get(metricsPath, permit('read', 'metrics'), async (_request, response) => {
        await measure(measured)
        response.type(register.contentType).send(await register.metrics())
      }),
  }
}
