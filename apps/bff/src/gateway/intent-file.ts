import { type FileHandle, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { screenSchema } from '@goalkeeper/contract/screens'
import { writeStates } from '@goalkeeper/contract/writes'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Schema } from '#bff/database/schema.ts'
import type { Before, StoredProblem, WriteRow } from './tables.ts'

const nullable = {
  text: z.string().nullable(),
  time: z.number().nullable(),
}
const rowSchema: z.ZodType<WriteRow> = z.object({
  id: z.uuid(),
  kind: z.enum(['create', 'update']),
  state: z.enum(writeStates),
  gsid: nullable.text,
  name: nullable.text,
  actor: z.string(),
  // Lines from before these were kept have none.
  actor_id: nullable.text.default(null),
  screen: screenSchema.nullable().default(null),
  holder: z.uuid(),
  body: z.looseObject({}),
  body_digest: z.string(),
  create_key: nullable.text,
  before: z.custom<Before>().nullable(),
  correlation_field: nullable.text,
  asked_at: z.number(),
  sent_at: nullable.time,
  doubted_at: nullable.time,
  settled_at: nullable.time,
  finding: z.enum(['applied', 'not-applied', 'changed-since']).nullable(),
  detail: nullable.text,
  candidates: z.array(z.string()),
  reply: nullable.text,
  problem: z.custom<StoredProblem>().nullable(),
  empty_reads: z.number(),
  reads: z.number(),
  read_at: nullable.time,
})

/**
 * Writes on their way, beside the embedded database, whose fsync does nothing: it survives the death of the process and not
 * that of the machine. A line is the journal's row when the write left, or when it was settled; the last one of an id holds.
 */
export type IntentFile = {
  /** Returns when the line is on the disk. */
  append(row: WriteRow): Promise<void>
  close(): Promise<void>
}

/** Opens the file, gives the journal back what the database has lost, and forgets what is settled. */
export async function openIntentFile(dataDir: string, db: Kysely<Schema>): Promise<IntentFile> {
  const path = join(dataDir, 'intents.jsonl')
  const newest = await readNewest(path)
  for (const row of newest) await restore(db, row)
  const file = await replaceFile(
    path,
    newest.filter(({ state }) => state === 'sent'),
  )
  let queue: Promise<unknown> = Promise.resolve()
  return {
    append(row) {
      const written = queue.then(() => appendLine(file, row))
      queue = written.catch(() => {})
      return written
    },
    async close() {
      await queue
      await file.close()
    },
  }
}

async function readNewest(path: string): Promise<WriteRow[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const newest = new Map<string, WriteRow>()
  for (const line of text.split('\n')) {
    const row = readLine(line)
    if (row) newest.set(row.id, row)
  }
  return [...newest.values()]
}

/** Null for a line that was cut by the end of the machine: then the write had not left, or its outcome is found out again. */
function readLine(line: string): WriteRow | null {
  try {
    return rowSchema.parse(JSON.parse(line))
  } catch {
    return null
  }
}

/** Lays the row over what the database has, where that is older: it never undoes what is settled. */
async function restore(db: Kysely<Schema>, row: WriteRow): Promise<void> {
  const values = {
    ...row,
    body: JSON.stringify(row.body),
    before: row.before && JSON.stringify(row.before),
    candidates: JSON.stringify(row.candidates),
    problem: row.problem && JSON.stringify(row.problem),
  }
  const older = row.state === 'sent' ? (['waiting'] as const) : (['waiting', 'sent', 'unknown'] as const)
  await db
    .insertInto('gateway_write')
    .values(values)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values).where('gateway_write.state', 'in', older))
    .execute()
}

/** A new file with these rows in the place of the old one, so that it does not grow for ever. */
async function replaceFile(path: string, rows: WriteRow[]): Promise<FileHandle> {
  const draft = `${path}.new`
  const file = await open(draft, 'w', 0o600)
  for (const row of rows) await appendLine(file, row)
  await file.datasync()
  await rename(draft, path)
  const folder = await open(dirname(path))
  await folder.sync().finally(() => folder.close())
  return file
}

async function appendLine(file: FileHandle, row: WriteRow): Promise<void> {
  await file.appendFile(`${JSON.stringify(row)}\n`)
  await file.datasync()
}
