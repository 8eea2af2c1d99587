import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Takes a data folder for this process, or throws with a sentence for people. Returns what gives it back.
 * Node offers no file lock of its own, but SQLite's is one of the operating system: it goes with the process that held it,
 * however that died, so there is no stale lock to judge.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw new Error(
      `Another Goalkeeper already uses the data folder ${folder}. Stop it, or set DATA_DIR to another one.`,
      {
        cause: error,
      },
    )
  }
  return () => lock.close()
}
