import * as texts from '@goalkeeper/texts/server/imports'
import type { Decision, Mapping } from '@goalkeeper/contract/imports'
import { AppError } from '#bff/http/app-error.ts'
import type { Asker } from '#bff/http/caller.ts'
import type { createCheckImport } from './check-import.ts'
import { problemsOfMapping } from './check-mapping.ts'
import { draftRows } from './draft-of-import.ts'
import { FileFault } from './file-fault.ts'
import { guessMapping, shapeOf } from './guess-mapping.ts'
import type { ImportStore } from './import-store.ts'
import { startImportThread } from './import-thread.ts'
import type { ImportsNeeds } from './imports.ts'
import type { Table } from './read-file.ts'
import type { ImportFile } from './tables.ts'

type Parts = ImportsNeeds & {
  store: ImportStore
  check: ReturnType<typeof createCheckImport>
  inTurn: <T>(job: () => Promise<T>) => Promise<T>
}

const mostSamples = 5
/** As many cells of a column as are looked at to guess what it holds. */
const lookedAt = 200

export type ImportDesk = ReturnType<typeof createImportDesk>

/** What people do with imports. */
export function createImportDesk({ goalIndex, catalogue, changes, store, check, inTurn }: Parts) {
  /** Reads a file in a thread of its own. What is wrong with it is told in a sentence. */
  const parse = (bytes: Uint8Array<ArrayBuffer>, sheet: string | null): Promise<Table> =>
    inTurn(async () => {
      const thread = startImportThread()
      try {
        return await thread.ask('parse', { bytes, sheet }, [bytes.buffer])
      } catch (error) {
        if (!(error instanceof FileFault)) throw error
        throw new AppError('invalid', error.message, { fields: { body: error.message }, cause: error })
      } finally {
        await thread.stop()
      }
    })

  async function problemsOf(mapping: Mapping, columns: ImportFile['columns']): Promise<ImportFile['mapping_problems']> {
    const known = { fields: await catalogue.fields(), statuses: await catalogue.statuses() }
    const problems = problemsOfMapping(mapping, columns, known)
    if (goalIndex.sync().complete) return problems
    const reason = texts.notEveryGoalHasBeenRead
    return [...problems, { column: null, reason }]
  }

  async function again(id: string): Promise<ImportFile> {
    const file = await store.read(id)
    if (!file) throw new AppError('not-found', texts.thereIsNoSuchImport)
    return file
  }

  /** Checks every row where the mapping holds together; else nothing is known of the rows. */
  async function checkAll(asker: Asker, file: ImportFile): Promise<ImportFile> {
    const problems = await problemsOf(file.mapping, file.columns)
    await store.update(file.id, { mapping_problems: JSON.stringify(problems), checked: false })
    await store.forgetResults(file.id)
    if (problems.length === 0) await check(asker, file)
    return again(file.id)
  }

  async function requireOpen(file: ImportFile): Promise<void> {
    if (file.change_set === null || !(await changes.existing([file.change_set])).has(file.change_set)) return
    throw new AppError('conflict', texts.thisImportWasMadeIntoA)
  }

  return {
    async upload(
      asker: Asker,
      bytes: Uint8Array<ArrayBuffer>,
      name: string,
      sheet: string | null,
    ): Promise<ImportFile> {
      const table = await parse(bytes, sheet)
      const cells = table.header.map((_, at) =>
        table.rows.slice(0, lookedAt).flatMap((row) => row.cells[at]?.trim() || []),
      )
      const columns = table.header.map((header, at) => ({
        name: header,
        samples: [...new Set(cells[at])].slice(0, mostSamples).map((cell) => cell.slice(0, 200)),
      }))
      const shape = shapeOf(columns)
      const remembered = await store.remembered(shape)
      const looked = columns.map(({ name: header }, at) => ({ name: header, samples: cells[at] ?? [] }))
      const mapping = remembered ?? guessMapping(looked, await catalogue.fields())
      const file = await store.insert(
        {
          name,
          kind: table.kind,
          sheets: table.sheets,
          sheet: table.sheet,
          columns: JSON.stringify(columns),
          rows: table.rows.length,
          notices: JSON.stringify(table.notices),
          shape,
          mapping: JSON.stringify(mapping),
          remembered: remembered !== null,
          mapping_problems: '[]',
          created_by: asker.caller.actor,
          created_by_id: asker.caller.actorId,
        },
        table.rows,
      )
      return checkAll(asker, file)
    },

    async saveMapping(asker: Asker, file: ImportFile, mapping: Mapping): Promise<ImportFile> {
      await requireOpen(file)
      const changed = file.mapping.columns.flatMap((target, column) =>
        JSON.stringify(target) === JSON.stringify(mapping.columns[column]) ? [] : [column],
      )
      await store.forgetDecisions(file.id, changed)
      await store.update(file.id, { mapping: JSON.stringify(mapping) })
      const saved = await checkAll(asker, { ...file, mapping })
      if (saved.mapping_problems.length === 0) await store.remember(file.shape, mapping)
      return saved
    },

    async decide(asker: Asker, file: ImportFile, decisions: readonly Decision[]) {
      await requireOpen(file)
      if (decisions.some(({ column }) => column >= file.columns.length)) {
        throw new AppError('invalid', texts.theFileHasNoSuchColumn, {
          fields: { decisions: texts.namesAColumnThatThereIs },
        })
      }
      for (const decision of decisions) await store.decide(file.id, { ...decision, value: decision.value.trim() })
      return checkAll(asker, file)
    },

    async saveRow(
      asker: Asker,
      file: ImportFile,
      row: number,
      patch: { cells?: Record<string, string> | undefined; gsid?: string | null | undefined },
    ): Promise<void> {
      await requireOpen(file)
      const before = await store.row(file.id, row)
      if (!before) throw new AppError('not-found', texts.theImportHasNoSuchRow)
      const changes = Object.entries(patch.cells ?? {}).map(([column, cell]) => [Number(column), cell] as const)
      if (changes.some(([column]) => column >= file.columns.length)) {
        throw new AppError('invalid', texts.theFileHasNoSuchColumn, {
          fields: { cells: texts.namesAColumnThatThereIs },
        })
      }
      if (file.mapping.forEachCompany && patch.gsid) {
        throw new AppError('invalid', texts.aRowThatIsAGoal)
      }
      const cells = [...before.cells]
      for (const [column, cell] of changes) cells[column] = cell
      const corrected = [...new Set([...before.corrected, ...changes.map(([column]) => column)])].toSorted(
        (one, other) => one - other,
      )
      const gsid = patch.gsid === undefined ? before.gsid : patch.gsid
      await store.saveRow(file.id, row, { cells, corrected, gsid })
      if (file.checked) await check(asker, file, { row, cells, gsid })
    },

    /** Makes a draft of what the rows come to now. */
    async toChangeSet(asker: Asker, given: ImportFile): Promise<string> {
      await requireOpen(given)
      const file = await checkAll(asker, given)
      const [problem] = file.mapping_problems
      if (problem) throw new AppError('conflict', problem.reason)
      const gsids: string[] = []
      let rows = 0
      for await (const results of store.eachResult(file.id, 'sendable')) {
        rows += results.length
        gsids.push(...results.flatMap(({ gsid }) => gsid ?? []))
      }
      if (rows === 0) throw new AppError('conflict', texts.noRowCreatesOrUpdatesA)
      const draft = {
        title: texts.importOf(file.name),
        deeds: [],
        origin: { kind: 'import' as const, id: file.id },
        filter: null,
        reason: '',
        caller: asker.caller,
        gsids,
      }
      const id = await changes.makeDraft(draft, draftRows(store, file.id))
      await store.update(file.id, { change_set: id })
      return id
    },

    /** Of these, those that are in no change set that there is. */
    async open(files: ImportFile[]): Promise<ImportFile[]> {
      const there = await changes.existing(files.flatMap(({ change_set }) => change_set ?? []))
      return files.filter(({ change_set }) => change_set === null || !there.has(change_set))
    },
  }
}
