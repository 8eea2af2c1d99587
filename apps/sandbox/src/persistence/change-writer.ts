import { existsSync, mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Change, TenantIdentity } from './change.ts'
import { DataFileError, writeChangeFile } from './change-file.ts'

/** Keeps changes on disk. */
export interface ChangeWriter {
  /** Resolves when the change would survive a loss of power. Changes are kept in the order in which they were handed in. */
  append(change: Change): Promise<void>
  /** Forgets every change. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** Opens a file of changes for writing; makes it, with its folder, when it is not there. */
export async function openChangeWriter(path: string, identity: TenantIdentity): Promise<ChangeWriter> {
  const header = { sandbox: 1, ...identity } as const
  try {
    mkdirSync(dirname(path), { recursive: true })
    if (!existsSync(path)) writeChangeFile(path, header, [])
  } catch (error) {
    throw new DataFileError(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`)
  }
  let file = await open(path, 'a')
  let isClosed = false
  let waiting: string[] = []
  let flushed = Promise.resolve()

  /** One write and one sync for all changes that came in while the last ones were on their way. */
  async function flush(): Promise<void> {
    const lines = waiting.splice(0).join('')
    if (lines === '') return
    await file.appendFile(lines)
    await file.datasync()
  }

  async function startOver(): Promise<void> {
    await file.close()
    writeChangeFile(path, header, [])
    file = await open(path, 'a')
  }

  return {
    append(change) {
      // Whoever would hear of it was disconnected when the sandbox stopped.
      if (isClosed) return Promise.resolve()
      waiting.push(`${JSON.stringify(change)}\n`)
      // A flush that failed fails its own changes only.
      flushed = flushed.then(flush, flush)
      return flushed
    },
    clear() {
      waiting = []
      flushed = flushed.then(startOver, startOver)
      return flushed
    },
    async close() {
      isClosed = true
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
