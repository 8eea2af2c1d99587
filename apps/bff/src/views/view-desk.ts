import * as texts from '@goalkeeper/texts/server/views'
import { refusalOf } from '@goalkeeper/contract/policy'
import { type ListState, mostViews, type View, type Views } from '@goalkeeper/contract/views'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker } from '#bff/http/caller.ts'
import { changeWords, namedView } from './change-words.ts'
import type { ViewRow } from './tables.ts'
import type { ViewStore } from './view-store.ts'
import type { ViewsNeeds } from './views.ts'

type Parts = Pick<ViewsNeeds, 'events' | 'record'> & { store: ViewStore }

/** What is wished of a view; what is not named stays. */
type Wish = { version: number; name?: string | undefined; shared?: boolean | undefined; state?: ListState | undefined }

export type ViewDesk = ReturnType<typeof createViewDesk>

/** Who sees, makes and changes which views. */
export function createViewDesk({ store, events, record }: Parts) {
  async function list(asker: Asker): Promise<Views> {
    const rows = await store.list(asker.caller.actorId)
    const tabs = await store.tabs(asker.caller.actorId)
    const isSeen = (id: string | null) => rows.some((row) => row.id === id)
    return {
      views: rows.map((row) => viewOf(row, asker)),
      pins: tabs.pins.filter(isSeen),
      default: isSeen(tabs.default) ? tabs.default : null,
    }
  }

  /** A view that somebody sees. One that is not theirs and not shared is not there. */
  async function requireView({ caller }: Asker, id: string): Promise<ViewRow> {
    const row = await store.read(id)
    if (row && (row.shared || row.owner_id === caller.actorId)) return row
    throw new AppError('not-found', texts.thereIsNoSuchViewOr)
  }

  function requireMayChange(row: ViewRow, asker: Asker): void {
    if (mayChange(row, asker)) return
    throw new AppError('forbidden', texts.theViewIsSTheyAnd(row.name, row.owner))
  }

  function requireMayShare({ rights }: Asker): void {
    const refusal = refusalOf(rights.role, 'share')
    if (refusal !== null) throw new AppError('forbidden', refusal)
  }

  async function tell({ caller }: Asker, sentences: string[]): Promise<void> {
    for (const words of sentences) await record(caller, words)
    events.emit({ type: 'views' })
  }

  return {
    list,

    async create(asker: Asker, asked: { name: string; shared: boolean; state: ListState }): Promise<View> {
      if (asked.shared) requireMayShare(asker)
      if ((await store.count(asker.caller.actorId)) >= mostViews)
        throw new AppError('conflict', texts.youHaveViewsWhichIsAll(mostViews))
      const made = await store.make(asked, asker.caller)
      if (!made) throw nameTaken(asked.name)
      await tell(asker, [texts.madeAView(namedView(made))])
      return viewOf(made, asker)
    },

    async save(asker: Asker, id: string, { version, ...wish }: Wish): Promise<View> {
      const before = await requireView(asker, id)
      requireMayChange(before, asker)
      if (wish.shared && !before.shared) requireMayShare(asker)
      if (before.version !== version) throw changedElsewhere(before, asker)
      const wanted = {
        name: wish.name ?? before.name,
        shared: wish.shared ?? before.shared,
        state: wish.state ?? before.state,
      }
      const words = changeWords(before, wanted)
      const isRenamed = wanted.name !== before.name
      if (words.length === 0 && !isRenamed) return viewOf(before, asker)
      const after = await store.change(before, wanted, asker.caller).catch((error: unknown) => {
        throw isTaken(error) ? nameTaken(wanted.name) : error
      })
      if (!after) throw changedElsewhere(await requireView(asker, id), asker)
      await tell(asker, words.length > 0 ? words : [texts.renamedAViewOfTheirOwn])
      return viewOf(after, asker)
    },

    async remove(asker: Asker, id: string): Promise<void> {
      const row = await requireView(asker, id)
      requireMayChange(row, asker)
      if (await store.remove(id)) await tell(asker, [texts.deletedTheView(namedView(row))])
    },

    async saveTabs(asker: Asker, { pins, default: first }: Pick<Views, 'pins' | 'default'>): Promise<Views> {
      const rows = await store.list(asker.caller.actorId)
      const isSeen = (id: string) => rows.some((row) => row.id === id)
      if (first !== null && !isSeen(first)) throw new AppError('not-found', texts.thereIsNoSuchViewOr)
      await store.saveTabs(asker.caller.actorId, { pins: [...new Set(pins)].filter(isSeen), default: first })
      await tell(asker, [])
      return list(asker)
    },
  }
}

const mayChange = (row: ViewRow, { caller, rights }: Asker) =>
  row.owner_id === caller.actorId || (row.shared && refusalOf(rights.role, 'curate') === null)

function viewOf(row: ViewRow, asker: Asker): View {
  return {
    id: row.id,
    name: row.name,
    owner: row.owner,
    mine: row.owner_id === asker.caller.actorId,
    shared: row.shared,
    mayChange: mayChange(row, asker),
    state: row.state,
    version: row.version,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }
}

function nameTaken(name: string): AppError {
  const sentence = texts.thereIsAViewAlreadyChoose(name)
  return new AppError('conflict', sentence, { fields: { name: sentence } })
}

const changedElsewhere = (row: ViewRow, asker: Asker) =>
  new AppError('changed-elsewhere', texts.changedThisViewMeanwhile(row.changed_by), {
    current: viewOf(row, asker),
  })

/** What a unique index says. */
const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505'
