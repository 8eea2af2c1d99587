import { counted } from '@goalkeeper/texts/counted'
import * as texts from '@goalkeeper/texts/server/changes'
import * as common from '@goalkeeper/texts/server/common'
import type { Status } from '@goalkeeper/contract/catalogue'
import type { UpdateGoalRequest } from '@goalkeeper/gainsight/goal-update'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker, Caller } from '#bff/http/caller.ts'
import type { ChangesNeeds } from './changes.ts'
import { checkDeeds } from './check-deeds.ts'
import { nowOf, touchedOf } from './preview-goal.ts'
import type { Preview } from './preview.ts'
import { eachRow, statusesGiven } from './row-queries.ts'
import type { SetStore } from './set-store.ts'
import type { LedgerRow, SetRow } from './tables.ts'

type Parts = ChangesNeeds & { sets: SetStore; preview: Preview; now: () => number }

/** A row that is to be sent again: its columns as they are now, or why it cannot be. */
type Renewed =
  | { columns: { differences?: string; body?: string; before?: string; not_undoable?: string | null } }
  | { problem: string }

export type RunDesk = ReturnType<typeof createRunDesk>

/** What people do with change sets that run, or are to. */
export function createRunDesk({ database, goalIndex, catalogue, connection, record, sets, preview, now }: Parts) {
  const { db } = database

  async function requireSeen(asker: Asker, id: string): Promise<void> {
    if (asker.rights.scope === null) return
    for await (const rows of eachRow(database, id, 'all')) {
      const gsids = rows.flatMap(({ gsid }) => gsid ?? [])
      const seen = await goalIndex.sights.seenOf(asker, gsids)
      if (seen.size < new Set(gsids).size) {
        throw new AppError('forbidden', texts.someOfItsGoalsAreNo)
      }
    }
  }

  /** What was decided when the draft was made may not hold any more, such as a status that was removed. */
  async function requireStillPossible(set: SetRow, asker: Asker): Promise<void> {
    const { allowed, reason } = connection.writesDecision()
    if (!allowed) throw new AppError('read-only', reason ?? common.writingIsNotAllowed)
    const linkedItems = await preview.linkedItemsOf(set.deeds, asker.caller)
    const statuses = await catalogue.statuses()
    checkDeeds(set.deeds, { fields: await catalogue.fields(), statuses, linkedItems })
    await requireStatuses(set, statuses)
  }

  /** Rows of an import or a review, and those altered by hand, have values that no deed of the set names. */
  async function requireStatuses({ id, state }: SetRow, statuses: readonly Status[]): Promise<void> {
    const given = await statusesGiven(database, id, { isDraft: state === 'draft' })
    const gone = given.find(({ name }) => !statuses.some((status) => status.active && status.name === name))
    if (!gone) return
    const detail = texts.thereIsNoStatusAnyMore(gone.name, goals(gone.goals))
    throw new AppError('invalid', detail)
  }

  const named = ({ title }: SetRow) => `“${title}”`
  const goals = (count: number) => counted(count, 'goal')

  async function move(set: SetRow, from: SetRow['state'][], patch: Parameters<SetStore['move']>[2], refusal: string) {
    const moved = await sets.move(set.id, from, patch)
    if (!moved) throw new AppError('conflict', refusal)
    return moved
  }

  return {
    async run(
      asker: Asker,
      set: SetRow,
      { expected, first, startAt }: { expected: number; first?: number | undefined; startAt?: number | undefined },
    ): Promise<void> {
      if (set.state !== 'draft') throw new AppError('conflict', texts.itRunsAlreadyOrHasRun)
      await requireStillPossible(set, asker)
      await requireSeen(asker, set.id)
      const isLater = startAt !== undefined && startAt > now()
      await db.transaction().execute(async (trx) => {
        const { numUpdatedRows } = await trx
          .updateTable('change_row')
          .set({ state: 'queued' })
          .where('set_id', '=', set.id)
          .where('included', '=', true)
          .where('problem', 'is', null)
          .executeTakeFirst()
        const count = Number(numUpdatedRows)
        if (count !== expected) {
          const detail = texts.itWouldChangeNowNotLook(goals(count), expected)
          throw new AppError('conflict', detail)
        }
        const moved = await sets.moveWithin(trx, set.id, ['draft'], {
          state: isLater ? 'scheduled' : 'running',
          started_by: asker.caller.actor,
          started_by_id: asker.caller.actorId,
          started_at: isLater ? null : now(),
          start_at: isLater ? startAt : null,
          first: first ?? null,
          paused_because: null,
        })
        if (!moved) throw new AppError('conflict', texts.itRunsAlreadyOrHasRun)
      })
      const when = isLater ? texts.fromOn(new Date(startAt).toISOString()) : ''
      const how = first === undefined ? '' : texts.theFirstOfThemToBegin(first)
      await record(asker.caller, texts.letRunOn(named(set), goals(expected), how, when))
    },

    async pause(caller: Caller, set: SetRow): Promise<void> {
      const patch = { state: 'paused' as const, paused_because: texts.pausedBy(caller.actor), first: null }
      await move(set, ['running'], patch, texts.itDoesNotRun)
      await record(caller, texts.paused(named(set)))
    },

    async resume(asker: Asker, set: SetRow): Promise<void> {
      if (set.state !== 'paused') throw new AppError('conflict', texts.itIsNotPaused)
      await requireStillPossible(set, asker)
      await move(set, ['paused'], { state: 'running', paused_because: null, first: null }, texts.itIsNotPaused)
      await record(asker.caller, texts.letGoOn(named(set)))
    },

    /** What is to start later is a draft again; of what runs, the rest is given up. */
    async cancel(caller: Caller, set: SetRow): Promise<void> {
      if (set.state === 'scheduled') {
        await db.transaction().execute(async (trx) => {
          const patch = { state: 'draft' as const, start_at: null, started_by: null, started_by_id: null, first: null }
          if (!(await sets.moveWithin(trx, set.id, ['scheduled'], patch))) {
            throw new AppError('conflict', texts.itHasStarted)
          }
          await trx.updateTable('change_row').set({ state: null }).where('set_id', '=', set.id).execute()
        })
        await record(caller, texts.tookBackThatIsToRun(named(set)))
        return
      }
      const skipped = await db.transaction().execute(async (trx) => {
        const patch = { state: 'cancelled' as const, ended_at: now(), paused_because: null }
        if (!(await sets.moveWithin(trx, set.id, ['running', 'paused'], patch))) {
          throw new AppError('conflict', texts.itDoesNotRun)
        }
        const { numUpdatedRows } = await trx
          .updateTable('change_row')
          .set({ state: 'skipped', reason: texts.givenUpBy(caller.actor), settled_at: now() })
          .where('set_id', '=', set.id)
          .where('state', '=', 'queued')
          .executeTakeFirst()
        return Number(numUpdatedRows)
      })
      await record(caller, texts.cancelledTheRestOfNotChanged(named(set), goals(skipped)))
    },

    /** Queues again what failed, or was skipped because its goal had changed, against the goals as they are now. */
    async retry(asker: Asker, set: SetRow, part: 'failed' | 'meanwhile'): Promise<void> {
      if (set.state === 'draft' || set.state === 'scheduled') throw new AppError('conflict', texts.itHasNotRunYet)
      await requireStillPossible(set, asker)
      // While its rows are worked out anew nothing is sent of it; should that break off, it waits for a person.
      const held = {
        state: 'paused' as const,
        ended_at: null,
        paused_because: texts.itWasBeingTriedAgain,
        first: null,
      }
      await move(set, [set.state], held, texts.itHasMovedOnMeanwhileLook)
      let count = 0
      for await (const rows of eachRow(database, set.id, part)) {
        for (const row of rows) if (await renew(set, row, asker)) count += 1
      }
      if (count === 0) {
        const { state, ended_at, paused_because, first } = set
        await sets.move(set.id, ['paused'], { state, ended_at, paused_because, first })
        throw new AppError('conflict', texts.thereIsNothingThatCouldBe)
      }
      await move(set, ['paused'], { state: 'running', paused_because: null }, texts.itHasMovedOnMeanwhileLook)
      await record(asker.caller, texts.triedOfAgain(goals(count), named(set)))
    },
  }

  /** Works a row out anew, and queues it. False when it cannot be sent any more: then it says why. */
  async function renew(set: SetRow, row: LedgerRow, asker: Asker): Promise<boolean> {
    const isUpdate = row.kind === 'update' && row.gsid !== null
    const renewed: Renewed = isUpdate ? await renewedUpdate(set, row, row.gsid ?? '', asker) : { columns: {} }
    const isPossible = 'columns' in renewed
    const patch = isPossible
      ? {
          ...renewed.columns,
          state: 'queued' as const,
          attempts: row.attempts + 1,
          write_id: null,
          reason: null,
          meanwhile: '[]',
          settled_at: null,
        }
      : { reason: renewed.problem }
    const { numUpdatedRows } = await db
      .updateTable('change_row')
      .set(patch)
      .where('set_id', '=', set.id)
      .where('row', '=', row.row)
      .where('state', '=', row.state)
      .where('attempts', '=', row.attempts)
      .executeTakeFirst()
    return isPossible && numUpdatedRows > 0n
  }

  async function renewedUpdate(set: SetRow, row: LedgerRow, gsid: string, asker: Asker): Promise<Renewed> {
    if (set.origin === 'goals') {
      const { included, altered, choice } = row
      const draft = await preview.row(gsid, set.deeds, asker.caller, { included, altered, choice })
      if (draft.trouble) return { problem: draft.trouble.problem }
      if (draft.body === null) return { problem: texts.itIsSoAlready }
      const { differences, body, before, notUndoable } = draft
      return {
        columns: {
          differences: JSON.stringify(differences),
          body: JSON.stringify(body),
          before: JSON.stringify(before),
          not_undoable: notUndoable,
        },
      }
    }
    const goal = (await goalIndex.snapshots([gsid])).get(gsid)
    if (!goal) return { problem: common.itIsNoLongerInGainsight }
    const now = nowOf(goal)
    const differences = row.differences.map(({ field, after }) => ({
      field,
      before: field === 'CTA' || field === 'SP' ? now[field] : now.value(field),
      after,
    }))
    const before = touchedOf(goal, row.body as UpdateGoalRequest)
    return { columns: { differences: JSON.stringify(differences), before: JSON.stringify(before) } }
  }
}
