import { closeSync, fsyncSync, openSync, readFileSync, renameSync, truncateSync, writeSync } from 'node:fs'
import { changedRecord, changeSchema, headerSchema, type Change, type Header } from './change.ts'

/** A data file that cannot be used; the message is for people. */
export class DataFileError extends Error {
  override name = 'DataFileError'
}

/** What a file of changes holds: whose it is, and the newest change of every record, in the order in which they first changed. */
export interface StoredChanges {
  header: Header
  changes: Change[]
}

/**
 * Reads a file of changes; null when there is none. A last line that a crash tore is cut off; any other damage is an error.
 * A file that mostly repeats itself is written anew.
 */
export function readChangeFile(path: string): StoredChanges | null {
  const text = readIfThere(path)
  if (text === null) return null
  const end = text.lastIndexOf('\n') + 1
  const [first, ...lines] = text.slice(0, end).split('\n').slice(0, -1)
  const header = headerSchema.safeParse(parseLine(first))
  if (!header.success) {
    throw new DataFileError(`${path} is not a data file of the sandbox: choose another SANDBOX_DATA_FILE.`)
  }
  const newest = new Map<string, Change>()
  for (const [index, line] of lines.entries()) {
    const change = changeSchema.safeParse(parseLine(line))
    if (!change.success) throw new DataFileError(`${path} is damaged in line ${index + 2}: delete it to start over.`)
    newest.set(changedRecord(change.data), change.data)
  }
  const changes = [...newest.values()]
  if (lines.length > changes.length * 2 + 100) writeChangeFile(path, header.data, changes)
  else if (end < text.length) truncateSync(path, Buffer.byteLength(text.slice(0, end)))
  return { header: header.data, changes }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new DataFileError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

function parseLine(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '')
  } catch {
    return undefined
  }
}

/** Puts a whole file in the old one's place in one step, so that a crash leaves the one or the other. */
export function writeChangeFile(path: string, header: Header, changes: readonly Change[]): void {
  const fresh = `${path}.new`
  const file = openSync(fresh, 'w', 0o600)
  writeSync(file, [header, ...changes].map((line) => `${JSON.stringify(line)}\n`).join(''))
  fsyncSync(file)
  closeSync(file)
  renameSync(fresh, path)
}
