import { FaultList } from './faults/fault-list.ts'
import { GoalMatches } from './goals/goal-matches.ts'
import { StatsCounter, type Stats } from './http/stats.ts'
import { Limiter, type Limits } from './limits/limiter.ts'
import { createNeighbour, type Neighbour } from './limits/neighbour.ts'
import { defaultAccessKey, type SandboxOptions } from './options.ts'
import { forgetfulWriter, openChangeWriter, type Change, type ChangeWriter } from './persistence/change-file.ts'
import { storedTenant } from './persistence/stored-tenant.ts'
import { createRandom, type Random } from './seed/random.ts'
import { seedTenant, type TenantSeed } from './seed/tenant.ts'
import { switchesSchema, withSettings, type Switches } from './switches.ts'
import type { Goal } from './tenant/goal-store.ts'
import { removeRecord, type Tenant } from './tenant/tenant.ts'

const hour = 3600
const day = 24 * hour

/** A running tenant: its data, its rules and what it has seen, in one place. */
export class Runtime {
  readonly accessKey: string
  readonly latencyMs: number | readonly [number, number]
  readonly faults: FaultList
  /** Ends what still waits when the sandbox stops. */
  readonly stopping = new AbortController()
  readonly random: Random
  tenant: Tenant
  matches: GoalMatches
  switches: Switches
  stats: StatsCounter
  limiter: Limiter
  neighbour: Neighbour
  readonly #options: SandboxOptions
  readonly #seed: TenantSeed
  readonly #limits: Limits
  readonly #writer: ChangeWriter

  private constructor(options: SandboxOptions, seed: TenantSeed, tenant: Tenant, writer: ChangeWriter) {
    this.#options = options
    this.#seed = seed
    this.#writer = writer
    this.#limits = limitsOf(options)
    this.accessKey = options.accessKey ?? defaultAccessKey
    this.latencyMs = options.latencyMs ?? 0
    this.random = createRandom(`${seed.seed} latency`)
    this.faults = new FaultList(seed.seed)
    this.faults.replace(options.faults ?? [])
    this.tenant = tenant
    this.matches = new GoalMatches(tenant.goals)
    this.switches = switchesSchema.parse(options.switches ?? {})
    this.stats = new StatsCounter(this.#limits)
    this.limiter = new Limiter(this.#limits, this.switches)
    this.neighbour = this.#newNeighbour()
  }

  /** Generates the tenant, with what its data file says was changed since. */
  static async start(options: SandboxOptions): Promise<Runtime> {
    const { seed, tenant } = storedTenant(options)
    const identity = { seed: seed.seed, goals: seed.goals, anchor: seed.anchor }
    const writer = options.dataFile === undefined ? forgetfulWriter : await openChangeWriter(options.dataFile, identity)
    return new Runtime(options, seed, tenant, writer)
  }

  /** Changes some switches; limits start afresh when one of theirs does. */
  setSwitches(settings: unknown): void {
    const before = this.switches
    this.switches = withSettings(before, settings)
    const moved = (['window', 'counters', 'refusedCallsCount', 'neighbourCallsPerWindow'] as const).some(
      (name) => before[name] !== this.switches[name],
    )
    if (moved) this.#resetLimits()
  }

  /** Stores what a write made of a goal. Resolves when it is on disk. */
  async applyGoal(goal: Goal): Promise<void> {
    const isNew = !this.tenant.goals.read(goal.record.Gsid)
    this.tenant.goals.save(goal)
    this.stats.applied(goal.record.Gsid, isNew)
    await this.#keep({ record: { ...goal.record }, links: { CTA: [...goal.links.CTA], SP: [...goal.links.SP] } })
  }

  /** Stores what a person did to a goal in Gainsight itself; no write of a client. */
  async changeGoal(goal: Goal): Promise<void> {
    this.tenant.goals.save(goal)
    await this.#keep({ record: { ...goal.record }, links: { CTA: [...goal.links.CTA], SP: [...goal.links.SP] } })
  }

  /** Deletes a record of any object, as a person can in Gainsight itself; false when there is none. */
  async removeRecord(gsid: string): Promise<boolean> {
    if (!removeRecord(this.tenant, gsid)) return false
    await this.#keep({ removed: gsid })
    return true
  }

  report(): Stats {
    return this.stats.report(this.neighbour.calls)
  }

  /** As freshly started: data, statistics, limits, faults and switches. */
  async reset(): Promise<void> {
    await this.#writer.clear()
    this.tenant = seedTenant(this.#seed)
    this.matches = new GoalMatches(this.tenant.goals)
    this.switches = switchesSchema.parse(this.#options.switches ?? {})
    this.faults.replace(this.#options.faults ?? [])
    this.stats = new StatsCounter(this.#limits)
    this.#resetLimits()
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.#writer.close()
  }

  async #keep(change: Change): Promise<void> {
    await this.#writer.append(change)
  }

  #resetLimits(): void {
    this.limiter = new Limiter(this.#limits, this.switches)
    this.neighbour = this.#newNeighbour()
  }

  #newNeighbour(): Neighbour {
    const seconds = this.#limits.synchronous[0]?.seconds ?? 60
    return createNeighbour(this.limiter, this.switches.neighbourCallsPerWindow, seconds, Date.now())
  }
}

/** The documented limits (customer-goals-api.txt; reference 1.5), those of the synchronous calls as the options say. */
function limitsOf({ callsPerMinute = 100, callsPerDay = 50_000, windowSeconds = 60 }: SandboxOptions): Limits {
  return {
    synchronous: [
      { calls: callsPerMinute, seconds: windowSeconds },
      { calls: callsPerDay, seconds: day },
    ],
    asynchronous: [
      { calls: 10, seconds: hour },
      { calls: 100, seconds: day },
    ],
    users: [
      { calls: 100, seconds: hour },
      { calls: 1000, seconds: day },
    ],
  }
}
