import { readFileSync, statSync } from 'node:fs'

/** Reads a file that only its owner may read; notes what is wrong with it under the name of its variable. */
export function readSecretFile(variable: string, path: string, faults: string[]): string | undefined {
  const fault = (text: string) => {
    faults.push(`${variable} ${text}`)
    return undefined
  }
  try {
    const { mode } = statSync(path)
    // Windows has no such mode.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) return fault(`can be read by others: chmod 600 ${path}`)
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    return fault(`cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
