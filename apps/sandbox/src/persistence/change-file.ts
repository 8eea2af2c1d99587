import { closeSync, fsyncSync, openSync, readFileSync, renameSync, truncateSync, writeSync } from 'node:fs'
import { mkdirSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

/** What makes a file of changes belong to a tenant: it only holds what differs from what this seed generates. */
export interface TenantIdentity {
  seed: number
  goals: number
  anchor: string
}

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
const changeSchema = z.union([
  z.object({
    record: z
      .looseObject({ Gsid: z.string(), Name: z.string() })
      .pipe(z.intersection(z.object({ Gsid: z.string(), Name: z.string() }), z.record(z.string(), value))),
    links: z.object({ CTA: z.array(z.string()), SP: z.array(z.string()) }),
  }),
  z.object({ removed: z.string() }),
])
/** A goal as it has become, or the id of a record that was deleted. */
export type Change = z.infer<typeof changeSchema>

const headerSchema = z.object({ sandbox: z.literal(1), seed: z.number(), goals: z.number(), anchor: z.string() })

/** A data file that cannot be used; the message is for people. */
export class DataFileError extends Error {
  override name = 'DataFileError'
}

const keyOf = (change: Change) => ('removed' in change ? change.removed : change.record.Gsid)

/** What a file of changes holds: whose it is, and the newest change of every record, in the order in which they first changed. */
export interface StoredChanges {
  identity: TenantIdentity
  changes: Change[]
}

/** Reads a file of changes; null when there is none. A last line that a crash tore is dropped; any other damage is an error. */
export function readChangeFile(path: string): StoredChanges | null {
  const text = readIfThere(path)
  if (text === null || text === '') return null
  const end = text.lastIndexOf('\n') + 1
  const [first, ...lines] = text.slice(0, end).split('\n').slice(0, -1)
  const header = headerSchema.safeParse(parseLine(first))
  if (!header.success)
    throw new DataFileError(`${path} is not a data file of the sandbox. Choose another SANDBOX_DATA_FILE.`)
  const newest = new Map<string, Change>()
  for (const [index, line] of lines.entries()) {
    const change = changeSchema.safeParse(parseLine(line))
    if (!change.success) throw new DataFileError(`${path} is damaged in line ${index + 2}. Delete it to start over.`)
    newest.set(keyOf(change.data), change.data)
  }
  const { seed, goals, anchor } = header.data
  if (lines.length > newest.size * 2 + 100) rewrite(path, header.data, [...newest.values()])
  else if (end < text.length) truncateSync(path, Buffer.byteLength(text.slice(0, end)))
  return { identity: { seed, goals, anchor }, changes: [...newest.values()] }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new DataFileError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function parseLine(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}

/** Puts a file in the old one's place in one step, so that a crash leaves one or the other. */
function rewrite(path: string, header: unknown, changes: readonly Change[]): void {
  const fresh = `${path}.new`
  const file = openSync(fresh, 'w', 0o600)
  writeSync(file, [header, ...changes].map((line) => `${JSON.stringify(line)}\n`).join(''))
  fsyncSync(file)
  closeSync(file)
  renameSync(fresh, path)
}

/** Keeps changes on disk. */
export interface ChangeWriter {
  /** Resolves when the change would survive a loss of power. Changes are kept in the order in which they were handed in. */
  append(change: Change): Promise<void>
  /** Forgets every change. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** Opens a file of changes for writing and, when it is new, says whose it is. */
export async function openChangeWriter(path: string, identity: TenantIdentity): Promise<ChangeWriter> {
  mkdirSync(dirname(path), { recursive: true })
  const header = { sandbox: 1, ...identity }
  const isNew = (readIfThere(path) ?? '') === ''
  if (isNew) rewrite(path, header, [])
  let file: FileHandle = await open(path, 'a')
  let waiting: string[] = []
  let flushed: Promise<void> = Promise.resolve()

  /** One write and one sync for all changes that came in while the last ones were on their way. */
  async function flush(): Promise<void> {
    const lines = waiting
    waiting = []
    if (lines.length === 0) return
    await file.appendFile(lines.join(''))
    await file.datasync()
  }

  return {
    append(change) {
      waiting.push(`${JSON.stringify(change)}\n`)
      flushed = flushed.then(flush)
      return flushed
    },
    async clear() {
      waiting = []
      await flushed
      await file.close()
      rewrite(path, header, [])
      file = await open(path, 'a')
    },
    async close() {
      await flushed
      await file.close()
    },
  }
}

/** For a tenant that forgets everything when it stops. */
export const forgetfulWriter: ChangeWriter = {
  append: async () => {},
  clear: async () => {},
  close: async () => {},
}
