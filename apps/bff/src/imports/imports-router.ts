import * as texts from '@goalkeeper/texts/server/imports'
import * as contract from '@goalkeeper/contract/imports'
import { type Request, Router } from 'express'
import { AppError } from '#bff/http/app-error.ts'
import { type Asker, askerOf, permit } from '#bff/http/caller.ts'
import { type Cell, sendCsv } from '#bff/http/csv.ts'
import { endpoint } from '#bff/http/endpoint.ts'
import { idInPath } from '#bff/http/id-in-path.ts'
import { readFileBody } from './file-body.ts'
import type { ImportDesk } from './import-desk.ts'
import type { ImportStore } from './import-store.ts'
import { viewRow } from './import-view.ts'
import type { ImportFile } from './tables.ts'

type Parts = { store: ImportStore; desk: ImportDesk; view: (file: ImportFile) => Promise<contract.Import> }

/** Imports: /api/imports. */
export function createImportsRouter({ store, desk, view }: Parts): Router {
  /** Who does not see every goal sees the imports that they made. */
  async function importOf({ caller, rights }: Asker, id: string | null): Promise<ImportFile> {
    const file = id === null ? undefined : await store.read(id)
    if (file && (rights.scope === null || file.created_by_id === caller.actorId)) return file
    throw new AppError('not-found', texts.thereIsNoSuchImport)
  }

  async function* problemCells(file: ImportFile): AsyncGenerator<Cell[]> {
    for await (const rows of store.eachResult(file.id, 'problems')) {
      for (const row of rows.map(viewRow)) {
        for (const { column, value, reason } of row.problems) {
          yield [
            row.row,
            column === null ? null : (file.columns[column]?.name ?? null),
            value,
            reason,
            row.name,
            row.parentName,
          ]
        }
      }
    }
  }

  return Router()
    .post(contract.importUploadPath, permit('change', 'uploadImport'), async (request, response) => {
      const bytes = await readFileBody(request)
      const name = queryText(request, 'name')?.slice(0, 200) ?? 'Goals'
      const file = await desk.upload(askerOf(request), bytes, name, queryText(request, 'sheet'))
      response.json(contract.importSchema.parse(await view(file)))
    })
    .use(
      endpoint(contract.listImports, async ({ caller, rights }) => {
        const files = await store.list(rights.scope === null ? null : caller.actorId)
        return { imports: await Promise.all((await desk.open(files)).map(view)) }
      }),
    )
    .use(endpoint(contract.readImport, async ({ params, ...asker }) => view(await importOf(asker, params.id))))
    .use(
      endpoint(contract.saveMapping, async ({ params, body, ...asker }) =>
        view(await desk.saveMapping(asker, await importOf(asker, params.id), body)),
      ),
    )
    .use(
      endpoint(contract.decideImport, async ({ params, body, ...asker }) =>
        view(await desk.decide(asker, await importOf(asker, params.id), body.decisions)),
      ),
    )
    .use(
      endpoint(contract.queryImportRows, async ({ params, body, ...asker }) => {
        const { id, checked } = await importOf(asker, params.id)
        if (checked) {
          const { rows, total } = await store.page(id, body)
          return { rows: rows.map(viewRow), total }
        }
        // Nothing is known of rows whose mapping does not hold together.
        if (body.outcome !== undefined) return { rows: [], total: 0 }
        const { rows, total } = await store.plainPage(id, body)
        return { rows: rows.map(uncheckedRow), total }
      }),
    )
    .use(
      endpoint(contract.saveImportRow, async ({ params: { id, row }, body, ...asker }) => {
        const file = await importOf(asker, id)
        await desk.saveRow(asker, file, row, body)
        const { rows } = await store.page(id, { row, offset: 0, limit: 1 })
        const [saved] = rows
        if (saved) return viewRow(saved)
        const plain = await store.row(id, row)
        if (!plain) throw new AppError('not-found', texts.theImportHasNoSuchRow)
        return uncheckedRow(plain)
      }),
    )
    .use(
      endpoint(contract.importToChangeSet, async ({ params, ...asker }) => ({
        changeSet: await desk.toChangeSet(asker, await importOf(asker, params.id)),
      })),
    )
    .use(
      endpoint(contract.deleteImport, async ({ params, ...asker }) => {
        await store.remove((await importOf(asker, params.id)).id)
        return { deleted: true as const }
      }),
    )
    .get(contract.importProblemsPath, permit('change', 'exportImportProblems'), async (request, response) => {
      const file = await importOf(askerOf(request), idInPath(request))
      await sendCsv(response, 'import-problems.csv', texts.columnsOfTheProblems, problemCells(file))
    })
}

const uncheckedRow = ({
  row,
  cells,
  corrected,
  gsid,
}: {
  row: number
  cells: string[]
  corrected: number[]
  gsid: string | null
}) => ({
  row,
  place: 0,
  cells,
  corrected,
  outcome: null,
  gsid,
  name: null,
  parentName: null,
  differences: [],
  problems: [],
})

function queryText({ query }: Request, name: string): string | null {
  const value = query[name]
  return typeof value === 'string' && value.trim() !== '' ? value : null
}
