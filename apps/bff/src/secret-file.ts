import { readFileSync, statSync } from 'node:fs'

/** Reads a file that only its owner may read; notes what is wrong with it under the name of its variable. */
export function readSecretFile(variable: string, path: string, faults: string[]): string | undefined {
  const fault = (text: string) => {
    faults.push(`${variable} ${text}`)
    return undefined
  }
  try {
    if (isOpenToOthers(statSync(path), process.getuid?.())) return fault(`can be read by others: chmod 600 ${path}`)
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    return fault(`cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * Whether more can read a file than who has to. A file of root's may be readable by one group, or by a list that looks like one:
 * that is how systemd and Kubernetes hand a secret to a program that is not root. Without a user (Windows) there is no such mode.
 */
export function isOpenToOthers({ mode, uid }: { mode: number; uid: number }, ownUid: number | undefined): boolean {
  if (ownUid === undefined) return false
  const isHandedOut = uid === 0 && ownUid !== 0
  return (mode & (isHandedOut ? 0o037 : 0o077)) !== 0
}
