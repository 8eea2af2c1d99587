import { setMaxListeners } from 'node:events'
import type { PlannedWrite } from './call.ts'
import { FaultList } from './faults/fault-list.ts'
import { GoalMatches } from './goals/goal-matches.ts'
import { StatsCounter, type Stats } from './http/stats.ts'
import { Allowance } from './limits/allowance.ts'
import { documentedLimits, type Limits } from './limits/limits.ts'
import { defaultAccessKey, type SandboxOptions } from './options.ts'
import { forgetfulWriter, openChangeWriter, type ChangeWriter } from './persistence/change-writer.ts'
import { storedTenant } from './persistence/stored-tenant.ts'
import { createRandom, type Random } from './seed/random.ts'
import { seedTenant, type TenantSeed } from './seed/tenant.ts'
import { switchesSchema, withSettings, type Switches } from './switches.ts'
import type { Goal } from './tenant/goal-store.ts'
import type { Row } from './tenant/field.ts'
import { replaceRow } from './tenant/table.ts'
import { removeRecord, tableOf, type Tenant } from './tenant/tenant.ts'

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
  allowance: Allowance
  readonly #options: SandboxOptions
  readonly #seed: TenantSeed
  readonly #limits: Limits
  readonly #writer: ChangeWriter
  readonly #late = new Set<NodeJS.Timeout>()

  private constructor(options: SandboxOptions, seed: TenantSeed, tenant: Tenant, writer: ChangeWriter) {
    this.#options = options
    this.#seed = seed
    this.#writer = writer
    this.#limits = limitsOf(options)
    this.accessKey = options.accessKey ?? defaultAccessKey
    // One listener for each call under way, which may be many.
    setMaxListeners(0, this.stopping.signal)
    this.latencyMs = options.latencyMs ?? 0
    this.random = createRandom(`${seed.seed} latency and order`)
    this.faults = new FaultList(seed.seed)
    this.faults.replace(options.faults ?? [])
    this.tenant = tenant
    this.matches = new GoalMatches(tenant.goals)
    this.switches = switchesSchema.parse(options.switches ?? {})
    this.stats = new StatsCounter(this.#limits)
    this.allowance = new Allowance(this.#limits, this.switches, Date.now())
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
    if (moved) this.allowance = new Allowance(this.#limits, this.switches, Date.now())
  }

  /** Stores and counts what a client's write made of a goal. Resolves when it is on disk. */
  async applyWrite(goal: Goal): Promise<void> {
    const isNew = !this.tenant.goals.read(goal.record.Gsid)
    this.stats.applied(goal.record.Gsid, isNew)
    await this.saveGoal(goal)
  }

  /** Applies a client's write after a while, to the goal as it will be then. */
  applyLater(planned: PlannedWrite, ms: number): void {
    const timer = setTimeout(() => {
      this.#late.delete(timer)
      void this.applyWrite(planned.outcome().goal)
    }, ms)
    this.#late.add(timer)
  }

  async saveGoal(goal: Goal): Promise<void> {
    this.tenant.goals.save(goal)
    await this.#writer.append({ record: goal.record, links: { CTA: [...goal.links.CTA], SP: [...goal.links.SP] } })
  }

  /** Stores a record of another object than the goals. */
  async saveRecord(object: string, record: Row): Promise<void> {
    replaceRow(tableOf(this.tenant, object.toLowerCase()), record)
    await this.#writer.append({ object, record })
  }

  /** Deletes a record of any object, as a person can in Gainsight itself; false when there is none. */
  async removeRecord(gsid: string): Promise<boolean> {
    if (!removeRecord(this.tenant, gsid)) return false
    await this.#writer.append({ removed: gsid })
    return true
  }

  report(): Stats {
    return this.stats.report(this.#late.size, this.allowance.neighbour)
  }

  /** As freshly started: data, statistics, limits, faults and switches. */
  async reset(): Promise<void> {
    this.#forgetLateWrites()
    const cleared = this.#writer.clear()
    this.tenant = seedTenant(this.#seed)
    this.matches = new GoalMatches(this.tenant.goals)
    this.switches = switchesSchema.parse(this.#options.switches ?? {})
    this.faults.replace(this.#options.faults ?? [])
    this.stats = new StatsCounter(this.#limits)
    this.allowance = new Allowance(this.#limits, this.switches, Date.now())
    await cleared
  }

  async stop(): Promise<void> {
    this.#forgetLateWrites()
    this.stopping.abort()
    await this.#writer.close()
  }

  #forgetLateWrites(): void {
    for (const timer of this.#late) clearTimeout(timer)
    this.#late.clear()
  }
}

/** The documented limits, as far as the options do not say otherwise. */
function limitsOf({ callsPerMinute, callsPerDay, windowSeconds, limits }: SandboxOptions): Limits {
  const [minute, day] = documentedLimits.synchronous
  return {
    ...documentedLimits,
    synchronous: [
      { calls: callsPerMinute ?? minute.calls, seconds: windowSeconds ?? minute.seconds },
      { calls: callsPerDay ?? day.calls, seconds: day.seconds },
    ],
    ...limits,
  }
}
