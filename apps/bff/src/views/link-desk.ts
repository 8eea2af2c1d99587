import * as texts from '@goalkeeper/texts/server/views'
import { refusalOf } from '@goalkeeper/contract/policy'
import { type ListLink, type ListState, mostFrozen, mostLinks } from '@goalkeeper/contract/views'
import { frozenList } from '@goalkeeper/filter/frozen'
import type { FilterTree } from '@goalkeeper/filter/tree'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker } from '#bff/http/caller.ts'
import type { Frozen, LinkStore } from './link-store.ts'
import { shortId } from './short-id.ts'
import type { LinkRow } from './tables.ts'
import type { ViewsNeeds } from './views.ts'

type Parts = Pick<ViewsNeeds, 'goalIndex' | 'record' | 'events'> & { store: LinkStore }

type Asked = {
  state: ListState
  frozen: { filter: FilterTree | null; search?: string | undefined; today?: string | undefined } | null
}

export type LinkDesk = ReturnType<typeof createLinkDesk>

/** Short links to a list, and what each who opens one is shown by it. */
export function createLinkDesk({ goalIndex, store, record, events }: Parts) {
  async function freeze(asker: Asker, id: string, asked: NonNullable<Asked['frozen']>): Promise<Frozen> {
    const sight = await goalIndex.sights.sightOf(asker, asked.filter)
    const { goals, filter, exact } = await goalIndex.frozenLists.keep(id, asked, sight, mostFrozen)
    return { goals, filter, exact }
  }

  /** How many goals of a frozen list somebody is told of: all, or those that they see. */
  async function goalsOf(asker: Asker, { id, goals }: LinkRow): Promise<number> {
    if (asker.rights.scope === null) return goals ?? 0
    const sight = await goalIndex.sights.sightOf(asker)
    return (await goalIndex.query({ filter: frozenList(id), limit: 0 }, sight)).total
  }

  async function linkOf(asker: Asker, row: LinkRow): Promise<ListLink> {
    const { goals, exact } = row
    return {
      id: row.id,
      by: row.made_by,
      at: row.made_at,
      mayDelete: mayDelete(row, asker),
      state: row.state,
      frozen:
        goals === null
          ? null
          : { goals: await goalsOf(asker, row), list: frozenList(row.id), filter: row.frozen_filter, exact },
    }
  }

  async function requireLink(id: string): Promise<LinkRow> {
    const row = await store.read(id)
    if (!row) throw new AppError('not-found', texts.thereIsNoSuchListLink)
    if (row.deleted_at === null) return row
    const day = new Date(row.deleted_at).toISOString().slice(0, 10)
    throw new AppError('not-found', texts.thisListLinkWasDeletedBy(row.deleted_by ?? '', day))
  }

  return {
    async list(asker: Asker): Promise<ListLink[]> {
      const links: ListLink[] = []
      for (const row of await store.list(asker.caller.actorId)) links.push(await linkOf(asker, row))
      return links
    },

    read: async (asker: Asker, id: string): Promise<ListLink> => linkOf(asker, await requireLink(id)),

    /** Throws an AppError (`invalid`) for a filter that makes no sense, or that more goals pass than a frozen list holds. */
    async create(asker: Asker, { state, frozen: asked }: Asked): Promise<ListLink> {
      if ((await store.count(asker.caller.actorId)) >= mostLinks)
        throw new AppError('conflict', texts.youHaveListLinksWhichIs(mostLinks))
      const id = shortId()
      const frozen = asked && (await freeze(asker, id, asked))
      const row = await store.make(id, state, frozen, asker.caller)
      const what = frozen ? texts.aFrozenLinkTo(frozen.goals) : texts.aLiveLinkToAList
      await record(asker.caller, texts.madeALink(what))
      events.emit({ type: 'views' })
      return linkOf(asker, row)
    },

    async remove(asker: Asker, id: string): Promise<void> {
      const row = await requireLink(id)
      if (!mayDelete(row, asker)) throw new AppError('forbidden', texts.thisListLinkIsSThey(row.made_by))
      await store.remove(id, asker.caller)
      await goalIndex.frozenLists.drop(id)
      await record(asker.caller, texts.deletedALinkToAList(row.goals === null))
      events.emit({ type: 'views' })
    },
  }
}

const mayDelete = (row: LinkRow, { caller, rights }: Asker) =>
  row.made_by_id === caller.actorId || refusalOf(rights.role, 'curate') === null
