import * as texts from '@goalkeeper/texts/server/changes'
import * as common from '@goalkeeper/texts/server/common'
import { mostGoals } from '@goalkeeper/contract/change-parts'
import { type ChangeSet, type Deed, undoDays } from '@goalkeeper/contract/changes'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker } from '#bff/http/caller.ts'
import { checkAltered, checkDeeds } from './check-deeds.ts'
import type { ChangesNeeds } from './changes.ts'
import { replaceDraftRow } from './draft-rows.ts'
import type { Drafts } from './drafts.ts'
import type { Preview } from './preview.ts'
import { eachRow, readRow, type RowPart } from './row-queries.ts'
import type { SetStore } from './set-store.ts'
import type { LedgerRow, SetRow } from './tables.ts'
import { titleOf } from './title.ts'
import { undoRows } from './undo-rows.ts'

type Chosen =
  | { gsids: string[] }
  | { filter: FilterTree | null; search?: string | undefined; today?: string | undefined; except: string[] }

type Parts = ChangesNeeds & { sets: SetStore; drafts: Drafts; preview: Preview }

export type ChangeDesk = ReturnType<typeof createChangeDesk>

/** What people do with drafts of change sets. */
export function createChangeDesk({ database, goalIndex, catalogue, sets, drafts, preview }: Parts) {
  const { sightOf, seenOf } = goalIndex.sights

  /** The goals that somebody chose, of those that they see. Each once. */
  async function gsidsOf(asker: Asker, chosen: Chosen): Promise<string[]> {
    const gsids = 'gsids' in chosen ? await seenAmong(asker, chosen.gsids) : await matching(asker, chosen)
    if (gsids.length > mostGoals) {
      throw invalid('goals', texts.aChangeSetHasAtMost(mostGoals))
    }
    if (gsids.length === 0) throw invalid('goals', texts.noGoalIsChosen)
    return gsids
  }

  async function seenAmong(asker: Asker, gsids: readonly string[]): Promise<string[]> {
    const once = [...new Set(gsids)]
    if (asker.rights.scope === null) return once
    const seen = await seenOf(asker, once)
    if (seen.size === 0) throw new AppError('not-found', texts.noneOfTheseGoalsIsAmong)
    return once.filter((gsid) => seen.has(gsid))
  }

  async function matching(asker: Asker, { filter, search, today, except }: Exclude<Chosen, { gsids: string[] }>) {
    const asked = { filter, search, ...(today !== undefined && { today }) }
    const without = new Set(except)
    const found = await goalIndex.matching(asked, await sightOf(asker, filter), mostGoals + 1 + without.size)
    return found.filter((gsid) => !without.has(gsid))
  }

  async function checked(deeds: readonly Deed[], asker: Asker) {
    const linkedItems = await preview.linkedItemsOf(deeds, asker.caller)
    const [fields, statuses] = [await catalogue.fields(), await catalogue.statuses()]
    checkDeeds(deeds, { fields, statuses, linkedItems })
    return { title: titleOf(deeds, fields, linkedItems) }
  }

  async function draftOf(id: string): Promise<SetRow> {
    const set = await sets.read(id)
    if (!set) throw new AppError('not-found', common.thereIsNoSuchChangeSet)
    if (set.state !== 'draft') throw notDraft()
    return set
  }

  async function rowOf(id: string, row: number): Promise<LedgerRow> {
    const found = await readRow(database, id, row)
    if (!found) throw new AppError('not-found', common.theChangeSetHasNoSuch)
    return found
  }

  return {
    async make(asker: Asker, chosen: Chosen, deeds: readonly Deed[], reason: string): Promise<SetRow> {
      const { title } = await checked(deeds, asker)
      const gsids = await gsidsOf(asker, chosen)
      const filter = 'gsids' in chosen ? null : chosen.filter
      const origin = { kind: 'goals' as const, id: null }
      const rows = preview.rowsOf(gsids, deeds, asker.caller)
      return drafts.make({ title, deeds, origin, filter, reason, caller: asker.caller, gsids }, rows)
    },

    async save(
      asker: Asker,
      id: string,
      patch: { deeds?: Deed[] | undefined; reason?: string | undefined; stopAfter?: number | undefined },
    ): Promise<void> {
      const set = await draftOf(id)
      const { deeds, reason, stopAfter } = patch
      if (deeds !== undefined) {
        if (set.origin !== 'goals') throw invalid('deeds', texts.theGoalsOfThisChangeSet)
        const { title } = await checked(deeds, asker)
        const rows = preview.rowsOf(await drafts.chosen(id), deeds, asker.caller, await drafts.byHand(id))
        if (!(await drafts.remake(id, { title, deeds }, rows))) throw notDraft()
      }
      const plain = {
        ...(reason !== undefined && { reason }),
        ...(stopAfter !== undefined && { stop_after: stopAfter }),
      }
      if (Object.keys(plain).length > 0 && !(await sets.move(id, ['draft'], plain))) throw notDraft()
    },

    async remove(id: string): Promise<void> {
      await draftOf(id)
      if (!(await drafts.remove(id))) throw notDraft()
    },

    async saveRow(
      asker: Asker,
      id: string,
      row: number,
      patch: {
        included?: boolean | undefined
        altered?: Record<string, CustomValue> | null | undefined
        choice?: string | undefined
      },
    ): Promise<LedgerRow> {
      const set = await draftOf(id)
      const before = await rowOf(id, row)
      const isAltered = patch.altered !== undefined || patch.choice !== undefined
      if (isAltered && set.origin !== 'goals') {
        throw invalid('altered', texts.thisGoalHasChangesOfIts)
      }
      const altered = patch.altered === undefined ? before.altered : (patch.altered ?? {})
      checkAltered(altered, { fields: await catalogue.fields(), statuses: await catalogue.statuses() })
      const included = patch.included ?? before.included
      if (!isAltered || before.gsid === null) {
        await database.db
          .updateTable('change_row')
          .set({ included })
          .where('set_id', '=', id)
          .where('row', '=', row)
          .where('state', 'is', null)
          .execute()
        return rowOf(id, row)
      }
      const decided = { included, altered, choice: patch.choice ?? before.choice }
      const draft = await preview.row(before.gsid, set.deeds, asker.caller, decided)
      const isSo = draft.differences.length === 0 && draft.trouble === null
      const trouble = isSo ? { problem: texts.itIsSoAlready, remedy: common.takeItOut } : draft.trouble
      await replaceDraftRow(database.db, id, row, { ...draft, trouble })
      return rowOf(id, row)
    },

    async saveRows(id: string, part: RowPart & ('all' | 'problems' | 'excluded'), included: boolean): Promise<void> {
      await draftOf(id)
      let query = database.db
        .updateTable('change_row')
        .set({ included })
        .where('set_id', '=', id)
        .where('state', 'is', null)
      if (part === 'problems') query = query.where('problem', 'is not', null)
      if (part === 'excluded') query = query.where('included', '=', false)
      await query.execute()
    },

    /** A draft that takes back what a set has done, from its confirmed rows. */
    async undo(asker: Asker, set: SetRow, undoUntil: ChangeSet['undoUntil'], now: number): Promise<SetRow> {
      if (undoUntil === null) throw new AppError('conflict', texts.nothingOfThisChangeSetCan)
      if (set.undone_by !== null) throw new AppError('conflict', texts.itIsBeingTakenBackAlready)
      if (now > undoUntil) throw new AppError('conflict', texts.itEndedMoreThanDaysAgo(undoDays))
      const rows = eachRow(database, set.id, 'confirmed')
      const linked = await linkedBefore(set.id)
      const known = await preview.knownFor(
        await catalogue.linkedItems({ ctaIds: linked.CTA, spIds: linked.SP }, asker.caller),
      )
      const made = await drafts.make(
        {
          title: texts.takeBack(set.title),
          deeds: [],
          origin: { kind: 'undo', id: set.id },
          filter: null,
          reason: '',
          caller: asker.caller,
          gsids: [],
        },
        undoRows(rows, goalIndex, known),
      )
      await sets.move(set.id, [set.state], { undone_by: made.id })
      return made
    },
  }

  /** What the confirmed rows of a set had unlinked, which is to be linked again. */
  async function linkedBefore(id: string): Promise<Record<'CTA' | 'SP', Set<string>>> {
    const ids = { CTA: new Set<string>(), SP: new Set<string>() }
    for await (const rows of eachRow(database, id, 'confirmed')) {
      for (const { field, before, after } of rows.flatMap(({ differences }) => differences)) {
        if (field !== 'CTA' && field !== 'SP') continue
        const made = new Set([after].flat().map(String))
        for (const gsid of [before].flat().map(String)) if (!made.has(gsid)) ids[field].add(gsid)
      }
    }
    return ids
  }
}

const invalid = (field: string, sentence: string) =>
  new AppError('invalid', sentence, { fields: { [field]: sentence } })
const notDraft = () => new AppError('conflict', texts.thisChangeSetIsNoDraft)
