import type { FieldValue } from '@goalkeeper/contract/goals'
import type { FilterField } from '@goalkeeper/filter/field'
import { type RawBuilder, sql } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '#bff/database/connect.ts'
import { createTurns } from '#bff/in-turn.ts'
import { valuesSql } from '../field-sql.ts'
import type { QueryContext } from '../query.ts'
import type { CheckedQuery } from '../query-input.ts'
import { turnKindOf } from '../stored-sql.ts'
import { type Answers, createAnswers } from './answers.ts'
import { createColumn } from './column.ts'
import { fieldsBehind, storedFields } from './selection.ts'
import { createTable } from './table.ts'

/** So much of the table is read in one statement, in pages of the database (16 MB together): between two, others have their turn. */
const pagesAtOnce = 2_000
/** So many goals are read again in one statement. */
const renewedAtOnce = 500
/** All fields together, and one of them: texts that are long and all different would fill the memory. */
const mostBytes = { all: 256_000_000, field: 64_000_000 }
/** When more goals than these have changed, all are read anew, once somebody asks for them. */
const mostStale = 2_000
/** So much may be left over of goals as they were before all are read anew. */
const mostLeftOver = 10_000

type Asked = Pick<CheckedQuery, 'filter' | 'sort' | 'context'> & { facets: readonly FilterField[] }

/**
 * What filters, sort keys and facets ask about all goals, in the memory of the process. Embedded storage has one connection: while it counts
 * 100,000 goals everybody else waits, and here that takes a few milliseconds. The database stays what counts. From it a field is read once it
 * was asked for, and a goal again whenever it was written; until then, and whenever it is in doubt, the database answers.
 */
export type GoalsInMemory = {
  /** What can be answered as of now; null while the database has to be asked. */
  now: (context: QueryContext) => Promise<Answers | null>
  /** Reads what a query asked about, behind it. Never fails. */
  note: (asked: Asked) => void
  /** Reads fields before somebody asks about them. Never fails. */
  want: (fields: readonly FilterField[]) => void
  /** These goals were written, or have left. */
  changed: (gsids: readonly string[]) => void
  /** Reads nothing any more. */
  stop: () => Promise<void>
}

type Parts = {
  database: Database
  log: Logger
  /** Whether all goals have been read from the tenant: until then too many change. */
  isFilled: () => boolean
  most?: typeof mostBytes
}

/** On a PostgreSQL server other processes write too, and there are connections enough: nothing is kept. */
export function createGoalsInMemory(parts: Parts): GoalsInMemory {
  if (parts.database.kind === 'embedded') return keepGoals(parts)
  const nothing = () => undefined
  return { now: async () => null, note: nothing, want: nothing, changed: nothing, stop: async () => undefined }
}

function keepGoals({ database, log, isFilled, most = mostBytes }: Parts): GoalsInMemory {
  const inTurn = createTurns()
  const wanted = new Map<string, FilterField>()
  const tooLong = new Set<string>()
  let table = createTable()
  let fields: FilterField[] = []
  let stale = new Set<string>()
  let isAdding = false
  let isRenewing = false
  let isOver = false

  function forget(): void {
    table = createTable()
    fields = []
    stale = new Set()
  }

  const read = (work: () => Promise<void>): Promise<void> =>
    inTurn(async () => {
      try {
        await work()
      } catch (error) {
        forget()
        isRenewing = false
        log.warn({ err: error }, 'Goals could not be read into memory')
      }
    })

  /** Reads goals again that were written. One that is not there any more has left. */
  async function renew(): Promise<void> {
    if (table.columns.size === 0) stale = new Set()
    while (stale.size > 0 && !isOver) {
      const [into, some] = [table, [...stale].slice(0, renewedAtOnce)]
      // One that is written again while it is read is read once more.
      for (const gsid of some) stale.delete(gsid)
      isRenewing = true
      const found = await readValues(database, fields, sql`goal.gsid = ANY (${some}::text[])`)
      isRenewing = false
      if (into !== table) return
      for (const gsid of some) if (!found.has(gsid)) table.remove(gsid)
      for (const [gsid, values] of found) {
        const row = table.find(gsid) ?? table.add(gsid)
        for (const [at, { name }] of fields.entries()) table.columns.get(name)?.put(row, values[at] ?? null)
      }
    }
    if (isWorn()) forget()
  }

  async function addWanted(): Promise<void> {
    let added = [...wanted.values()]
      .filter((field) => !table.column(field))
      .map((field) => ({ field, column: createColumn(field.type) }))
    wanted.clear()
    const [into, isFirst] = [table, table.size() === 0]
    const pages = await countPages(database)
    // As the goals lie there. One that moves meanwhile was written, and is read again.
    for (let page = 0; page < pages && added.length > 0; page += pagesAtOnce) {
      const [from, to] = [`(${page},0)`, `(${page + pagesAtOnce},0)`]
      const found = await readValues(
        database,
        added.map(({ field }) => field),
        sql`goal.ctid >= ${from}::tid AND goal.ctid < ${to}::tid`,
      )
      if (into !== table || isOver) return
      for (const [gsid, values] of found) {
        const row = table.find(gsid) ?? (isFirst ? table.add(gsid) : null)
        // A goal that came meanwhile is read with all its fields, as soon as these are there.
        if (row === null) stale.add(gsid)
        else for (const [at, { column }] of added.entries()) column.put(row, values[at] ?? null)
      }
      for (const { field, column } of added) if (column.bytes > most.field) tooLong.add(field.name)
      added = added.filter(({ field }) => !tooLong.has(field.name))
    }
    // Rows without a column would be those of the first goals only.
    if (added.length === 0 && isFirst) return forget()
    for (const { field, column } of added) table.columns.set(field.name, column)
    makeRoom()
    fields = [...fields, ...added.map(({ field }) => field)].filter((field) => table.column(field))
  }

  /** Rows of goals that have left, and values that none holds any more, are still there. */
  function isWorn(): boolean {
    const limit = 2 * table.goals() + mostLeftOver
    return table.size() > limit || [...table.columns.values()].some(({ values }) => values.length > limit)
  }

  /** What nobody has asked for in the longest time goes first. */
  function makeRoom(): void {
    let bytes = [...table.columns.values()].reduce((sum, column) => sum + column.bytes, 0)
    for (const [name, column] of table.columns) {
      if (bytes <= most.all) return
      bytes -= column.bytes
      table.columns.delete(name)
    }
  }

  /** Those that were asked for last stand last. */
  function touch(field: FilterField): boolean {
    const column = table.column(field)
    if (!column) return false
    table.columns.delete(field.name)
    table.columns.set(field.name, column)
    return true
  }

  function want(asked: readonly FilterField[]): void {
    for (const field of asked)
      if (canBeKept(field) && !tooLong.has(field.name) && !touch(field)) wanted.set(field.name, field)
    if (wanted.size === 0 || isAdding || isOver || !isFilled()) return
    isAdding = true
    void read(addWanted)
      .finally(() => (isAdding = false))
      .then(() => read(renew))
      // Those that were asked for meanwhile.
      .then(() => want([]))
  }

  return {
    async now(context) {
      if (context.search || table.columns.size === 0) return null
      const isOld = () => stale.size > 0 || isRenewing
      if (isOld() && isAdding) return null
      if (isOld()) await read(renew)
      return isOld() || table.columns.size === 0 ? null : createAnswers(table, context)
    },

    note: (asked) => want(fieldsOf(asked)),
    want,

    changed(gsids) {
      // While fields are read, a goal may have been read just before it was written.
      if (table.columns.size === 0 && !isAdding) return
      for (const gsid of gsids) stale.add(gsid)
      if (stale.size > mostStale) forget()
      else void read(renew)
    },

    async stop() {
      isOver = true
      await read(async () => undefined)
    },
  }
}

async function countPages({ db }: Database): Promise<number> {
  const { rows } = await sql<{ pages: number }>`
    SELECT pg_relation_size('goal') / current_setting('block_size')::integer AS pages`.execute(db)
  return rows[0]?.pages ?? 0
}

/** The values of fields of some goals, by their Gsids. */
async function readValues(
  { db }: Database,
  fields: readonly FilterField[],
  which: RawBuilder<unknown>,
): Promise<Map<string, FieldValue[]>> {
  const { rows } = await sql<{ gsid: string; values: FieldValue[] }>`
    SELECT goal.gsid, ${valuesSql(fields, { fields, today: '' })} AS values FROM goal WHERE ${which}`.execute(db)
  return new Map(rows.map(({ gsid, values }) => [gsid, values]))
}

/** Long texts are not, nor what lies in a table of its own. */
const canBeKept = (field: FilterField) => field.type !== 'html' && turnKindOf(field) === undefined

function fieldsOf({ filter, sort, facets, context }: Asked): FilterField[] {
  const trees = [context.within, filter].filter((tree) => tree !== null)
  // By a text goals are sorted by the database, where an index has them in their order.
  const keys = sort.map(({ field }) => field).filter(({ type }) => type !== 'text')
  return [
    ...trees.flatMap((tree) => fieldsBehind(tree, context) ?? []),
    ...[...keys, ...facets].flatMap(({ name }) => storedFields(name, context)),
  ]
}
