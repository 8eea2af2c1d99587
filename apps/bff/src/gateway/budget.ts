import * as texts from '@goalkeeper/texts/server/gateway'
import type { Pacing } from '@goalkeeper/contract/connection'
import { limitClasses, type LimitClass } from '@goalkeeper/gainsight/limits'
import type { Logger } from 'pino'
import type { Config } from '#bff/config.ts'
import type { Database } from '#bff/database/connect.ts'
import { AppError } from '#bff/http/app-error.ts'
import { createBudgetClock } from './budget-clock.ts'
import { openBudget, readDatabaseClock, releaseOrphans, reportProcess } from './budget-open.ts'
import { afterRefusal, allowancesOf, ceilingsOf, paceAt } from './budget-rules.ts'
import { quietUntil } from './quiet-hours.ts'
import {
  answerCall,
  giveBack,
  holdBack,
  nextOfDay,
  readDay,
  readHeld,
  readStanding,
  readUse,
  takeSlot,
  tick,
  writeStanding,
} from './budget-sql.ts'
import {
  type Attempt,
  createSlotGate,
  type Slot,
  type SlotGate,
  type SlotRequest,
  withdrawnError,
} from './slot-gate.ts'

export type BudgetOptions = {
  database: Database
  limits: Config['limits']
  /** How the limits are divided, read anew for every call. */
  pacing: () => Pacing
  /** How long a call may take: the tenant may receive the call of a process that died for as long after that. */
  timeoutMs: number
  /** The id of this process among those that share the store. */
  processId: string
  log: Logger
}

export type CallBudget = ReturnType<typeof createBudget>

const heartbeatMs = 2_000
/** Processes read the database's clock over a network: by so much theirs may differ. */
const clockSpreadMs = 100
const retryMs = 1_000

/** Gives out the right to call the tenant: never more calls than the limits, in the order of the lanes. */
export function createBudget({ database, limits, pacing, timeoutMs, processId, log }: BudgetOptions) {
  const { db } = database
  const isAlone = database.kind === 'embedded'
  const spreadMs = isAlone ? 0 : clockSpreadMs
  const allowances = () => allowancesOf({ ...limits, sharePercent: pacing().share ?? limits.sharePercent }, spreadMs)
  const clock = createBudgetClock()
  const classes = Object.keys(limitClasses) as LimitClass[]
  const createGate = (name: LimitClass) =>
    createSlotGate({
      // No admin changes how long a window is, and none has been asked yet.
      windowMs: allowancesOf(limits, spreadMs)[name].short.ms,
      ceilings: (request, pace) => ceilingsOf(allowances()[name], request, pace, pacing()),
      attempt: take,
    })
  const gates = Object.fromEntries(classes.map((name) => [name, createGate(name)])) as Record<LimitClass, SlotGate>
  const opened = Promise.withResolvers<void>()
  const asking = new Set<Promise<unknown>>()
  let heartbeat: NodeJS.Timeout | undefined
  let isStopping = false

  /** One attempt: a slot of both windows, and what the request wants stored with it, in one transaction. */
  function take({ limitClass, lane, isSpread, store }: SlotRequest): Promise<Attempt> {
    const allowance = allowances()[limitClass]
    return db.transaction().execute(async (trx): Promise<Attempt> => {
      const { now, stopped } = await tick(trx, clock.now())
      clock.follow(now)
      if (stopped) return { kind: 'refused', reason: stoppedError() }
      const standing = await readStanding(trx, limitClass)
      const pace = paceAt(now, standing, allowance.short.ms)
      const blocked = { kind: 'blocked', now, pace } as const
      if (standing.paused_until > now) return { ...blocked, held: [], notBefore: standing.paused_until }
      const quiet = lane === 'sync' ? quietUntil(now, pacing().quietHours) : null
      if (quiet !== null) return { ...blocked, held: [], notBefore: quiet }
      const ceilings = ceilingsOf(allowance, { lane, isSpread }, pace, pacing())
      const { id, held, dayUsed } = await takeSlot(
        trx,
        { limitClass, lane, holder: processId },
        now,
        ceilings,
        allowance,
      )
      if (id === null) {
        const surplus = dayUsed - ceilings.day
        const notBefore = surplus < 0 ? now : await nextOfDay(trx, limitClass, now, surplus, allowance)
        return { ...blocked, held, notBefore }
      }
      // Thrown, so that the slot is not taken.
      if (store && !(await store(trx, now))) throw withdrawnError()
      return { kind: 'taken', slot: { id, limitClass, admittedAt: now } }
    })
  }

  /** Notes that the answer to a call is in, and whether the tenant refused it because it takes no more calls. */
  async function answered(slot: Slot, refusal: { retryAfterSeconds: number | null } | null = null): Promise<void> {
    try {
      clock.follow(await answerCall(db, slot.id, clock.now()))
      if (refusal) await slowDown(slot, refusal.retryAfterSeconds)
    } catch (error) {
      // A slot whose answer is not noted would never come back.
      log.warn({ err: error }, 'The answer to a call could not be noted, trying again')
      if (!isStopping) setTimeout(() => void answered(slot, refusal), retryMs)
    }
    gates[slot.limitClass].wake()
  }

  async function slowDown({ limitClass, admittedAt }: Slot, retryAfterSeconds: number | null): Promise<void> {
    const windowMs = allowances()[limitClass].short.ms
    const { now, paused_until } = await db.transaction().execute(async (trx) => {
      const { now } = await tick(trx, clock.now())
      const before = await readStanding(trx, limitClass)
      const standing = afterRefusal(now, before, { admittedAt, retryAfterSeconds }, windowMs)
      await writeStanding(trx, limitClass, standing)
      return { now, ...standing }
    })
    const pausedSeconds = Math.ceil((paused_until - now) / 1000)
    log.warn({ limitClass, pausedSeconds }, 'Gainsight refused a call: somebody else uses the key too')
  }

  async function setStopped(stopped: boolean): Promise<void> {
    await db.updateTable('gateway_clock').set({ stopped }).execute()
    if (stopped) for (const name of classes) gates[name].refuseAll(stoppedError())
  }

  async function isStopped(): Promise<boolean> {
    await opened.promise
    return (await db.selectFrom('gateway_clock').select('stopped').executeTakeFirstOrThrow()).stopped
  }

  /** Says that this process lives, and takes over the calls of those that do not. */
  async function beat(): Promise<void> {
    await db.transaction().execute(async (trx) => {
      const { now } = await tick(trx, clock.now())
      clock.follow(now)
      await reportProcess(trx, processId, now, isAlone)
      await releaseOrphans(trx, now, timeoutMs)
    })
  }

  return {
    clock,
    /** What each class may use at this moment. */
    allowances,
    pacing,
    /** Resolves when the budget is open: then the clock tells the time. */
    opened: opened.promise,

    /** Waits for a slot. Who asks before the start is over waits for that, too. */
    async admit(request: SlotRequest): Promise<Slot> {
      await opened.promise
      if (isStopping) throw stoppingError()
      const slot = gates[request.limitClass].admit(request)
      const over = slot.catch(() => undefined).finally(() => asking.delete(over))
      asking.add(over)
      return slot
    },
    answered,
    /** Gives the slot of a call that was not sent back at once. */
    async giveBack(slot: Slot): Promise<void> {
      await giveBack(db, slot.id)
      gates[slot.limitClass].wake()
    },
    setStopped,
    isStopped,
    waiting: () => classes.flatMap((name) => gates[name].waiting()),

    /** How a class is used at this moment. */
    async use(limitClass: LimitClass) {
      await opened.promise
      const now = clock.now()
      const use = await readUse(db, limitClass, now, allowances()[limitClass])
      return { now, pace: paceAt(now, use.standing, allowances()[limitClass].short.ms), ...use }
    },

    /** The slots of a class in use at this moment, oldest first. */
    async held(limitClass: LimitClass) {
      await opened.promise
      return readHeld(db, limitClass, clock.now(), allowances()[limitClass])
    },

    /** How many calls of a class its day counts, and how many the last hour. */
    async day(limitClass: LimitClass) {
      await opened.promise
      return readDay(db, limitClass, clock.now(), allowances()[limitClass])
    },

    /** When it was last in use, by any process. */
    async lastUse(): Promise<number | null> {
      return (await db.selectFrom('gateway_clock').select('latest').executeTakeFirst())?.latest ?? null
    },

    /**
     * Opens the budget where it was left. `holdsBack`: calls may have been made that it does not know of, so that it gives out
     * nothing for one window.
     */
    async start({ holdsBack }: { holdsBack: boolean }): Promise<void> {
      const databaseTime = await readDatabaseClock(db)
      await db.transaction().execute(async (trx) => clock.follow(await openBudget(trx, databaseTime, allowances())))
      if (holdsBack) await holdBack(db, 'synchronous', clock.now() + allowances().synchronous.short.ms)
      await beat()
      opened.resolve()
      heartbeat = setInterval(
        () => void beat().catch((error: unknown) => log.warn({ err: error }, 'The budget could not be kept')),
        heartbeatMs,
      )
    },

    /** Resolves when nobody waits any more of those who wait now. */
    noneWaiting: () => Promise.all(asking),

    /** Tells those who wait that it is over. Calls on their way still say `answered`. */
    stop(): void {
      isStopping = true
      opened.resolve()
      clearInterval(heartbeat)
      for (const name of classes) gates[name].refuseAll(stoppingError())
    },
  }
}

const stoppedError = () => new AppError('stopped', texts.allCallsToGainsightAreStopped)
const stoppingError = () => new AppError('not-ready', texts.goalkeeperIsStoppingNothingWas)
