import * as common from '@goalkeeper/texts/server/common'
import * as texts from '@goalkeeper/texts/server/change-deeds'
import { rowParts } from '@goalkeeper/contract/change-parts'
import * as contract from '@goalkeeper/contract/changes'
import { Router } from 'express'
import { AppError } from '#bff/http/app-error.ts'
import { type Asker, askerOf, permit } from '#bff/http/caller.ts'
import { type Cell, sendCsv } from '#bff/http/csv.ts'
import { endpoint } from '#bff/http/endpoint.ts'
import { idInPath } from '#bff/http/id-in-path.ts'
import type { ChangeDesk } from './change-desk.ts'
import type { ChangesNeeds } from './changes.ts'
import { eachRow, readRow, readRows, rowView, type RowPart } from './row-queries.ts'
import type { RunDesk } from './run-desk.ts'
import type { SetStore } from './set-store.ts'
import type { SetViews } from './set-views.ts'
import type { SetRow } from './tables.ts'

type Parts = Pick<ChangesNeeds, 'database' | 'goalIndex'> & {
  sets: SetStore
  views: SetViews
  desk: ChangeDesk
  runDesk: RunDesk
  /** A person has changed it. */
  changed: (setId: string) => void
  now: () => number
}

/** Change sets: /api/changes. */
export function createChangesRouter({ database, goalIndex, sets, views, desk, runDesk, changed, now }: Parts): Router {
  /** Who does not see every goal sees the change sets that they made. */
  async function setOf({ caller, rights }: Asker, id: string | null): Promise<SetRow> {
    const set = id === null ? undefined : await sets.read(id)
    if (set && (rights.scope === null || set.created_by_id === caller.actorId)) return set
    throw new AppError('not-found', common.thereIsNoSuchChangeSet)
  }
  const after = async (id: string) => {
    changed(id)
    const set = await sets.read(id)
    if (!set) throw new AppError('not-found', common.thereIsNoSuchChangeSet)
    return views.view(set)
  }
  /** Of these rows, those whose goals somebody still sees. */
  async function seen<Row extends { gsid: string | null }>(asker: Asker, rows: Row[]): Promise<Row[]> {
    if (asker.rights.scope === null) return rows
    const goals = await goalIndex.sights.seenOf(
      asker,
      rows.flatMap(({ gsid }) => gsid ?? []),
    )
    return rows.filter(({ gsid }) => gsid === null || goals.has(gsid))
  }

  return Router()
    .use(
      endpoint(contract.createChangeSet, async ({ body: { goals, deeds, reason }, ...asker }) =>
        after((await desk.make(asker, goals, deeds, reason)).id),
      ),
    )
    .use(
      endpoint(contract.listChangeSets, async ({ query: { limit, ...asked }, caller, rights }) => {
        const by = rights.scope === null ? null : caller.actorId
        const rows = await sets.list({ ...asked, by, limit: limit + 1 })
        return { changes: await views.viewAll(rows.slice(0, limit)), more: rows.length > limit }
      }),
    )
    .use(endpoint(contract.readChangeSet, async ({ params, ...asker }) => views.view(await setOf(asker, params.id))))
    .use(
      endpoint(contract.saveChangeSet, async ({ params: { id }, body, ...asker }) => {
        await setOf(asker, id)
        await desk.save(asker, id, body)
        return after(id)
      }),
    )
    .use(
      endpoint(contract.deleteChangeSet, async ({ params: { id }, ...asker }) => {
        await setOf(asker, id)
        await desk.remove(id)
        changed(id)
        return { deleted: true as const }
      }),
    )
    .use(
      endpoint(contract.queryChangeRows, async ({ params: { id }, body, ...asker }) => {
        const { state } = await setOf(asker, id)
        const { rows, total } = await readRows(database, { id, isDraft: state === 'draft' }, body)
        return { rows: await seen(asker, rows), total }
      }),
    )
    .use(
      endpoint(contract.saveChangeRow, async ({ params: { id, row }, body, ...asker }) => {
        await setOf(asker, id)
        const [found] = await seen(
          asker,
          [await readRow(database, id, row)].flatMap((each) => each ?? []),
        )
        if (!found) throw new AppError('not-found', common.theChangeSetHasNoSuch)
        const saved = rowView(await desk.saveRow(asker, id, row, body))
        changed(id)
        return saved
      }),
    )
    .use(
      endpoint(contract.saveChangeRows, async ({ params: { id }, body: { part, included }, ...asker }) => {
        await setOf(asker, id)
        await desk.saveRows(id, part, included)
        return after(id)
      }),
    )
    .use(
      endpoint(contract.runChangeSet, async ({ params: { id }, body, ...asker }) => {
        await runDesk.run(asker, await setOf(asker, id), body)
        return after(id)
      }),
    )
    .use(
      endpoint(contract.pauseChangeSet, async ({ params: { id }, ...asker }) => {
        await runDesk.pause(asker.caller, await setOf(asker, id))
        return after(id)
      }),
    )
    .use(
      endpoint(contract.resumeChangeSet, async ({ params: { id }, ...asker }) => {
        await runDesk.resume(asker, await setOf(asker, id))
        return after(id)
      }),
    )
    .use(
      endpoint(contract.cancelChangeSet, async ({ params: { id }, ...asker }) => {
        await runDesk.cancel(asker.caller, await setOf(asker, id))
        return after(id)
      }),
    )
    .use(
      endpoint(contract.retryChangeSet, async ({ params: { id }, body, ...asker }) => {
        await runDesk.retry(asker, await setOf(asker, id), body.part)
        return after(id)
      }),
    )
    .use(
      endpoint(contract.undoChangeSet, async ({ params: { id }, ...asker }) => {
        const set = await setOf(asker, id)
        const { undoUntil } = await views.view(set)
        const made = await desk.undo(asker, set, undoUntil, now())
        changed(id)
        return after(made.id)
      }),
    )
    .get(contract.changeExportPath, permit('read', 'exportChangeSet'), async (request, response) => {
      const asker = askerOf(request)
      const { id, state } = await setOf(asker, idInPath(request))
      const part = partOf(request.query['part'])
      await sendCsv(response, `change-set-${id}.csv`, texts.columnsOfTheFile, cells(asker, id, state, part))
    })

  async function* cells(asker: Asker, id: string, state: SetRow['state'], part: RowPart): AsyncGenerator<Cell[]> {
    // The ledger of a run has only what was let run.
    for await (const rows of eachRow(database, id, part, { isDraft: state === 'draft' })) {
      for (const row of await seen(asker, rows)) yield* cellsOf(rowView(row))
    }
  }
}

function partOf(asked: unknown): RowPart {
  const found = rowParts.find((part) => part === (asked ?? 'all'))
  if (found) return found
  const sentence = texts.thereIsNoPartOfThat(rowParts.join(', '))
  throw new AppError('invalid', sentence, { fields: { part: sentence } })
}

/** One record for each field of a goal. */
function cellsOf(row: contract.ChangeRow): Cell[][] {
  const { differences, meanwhile, settledAt } = row
  const head: Cell[] = [row.row, row.gsid, row.name, row.companyName]
  const settled = settledAt === null ? null : new Date(settledAt).toISOString()
  const of = (field: string | null, before: Cell, after: Cell): Cell[] => {
    const now = meanwhile.find((each) => each.field === field)
    const tail: Cell[] = [row.included ? common.yes : common.no, row.problem, row.state, row.reason]
    return [...head, field, before, after, ...tail, now ? cellOf(now.value) : null, settled, row.writeId, row.requestId]
  }
  if (differences.length === 0) return [of(null, null, null)]
  return differences.map(({ field, before, after }) => of(field, cellOf(before), cellOf(after)))
}

const cellOf = (value: contract.Difference['before']): Cell => (Array.isArray(value) ? value.join('; ') : value)
