import { createHmac, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes the data folder, readable by its owner alone. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await chmod(dataDir, 0o700)
}

/** The secret of this installation, made at its first start. It signs sessions and fingerprints, and opens nothing. */
export async function readInstallSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'install-secret')
  try {
    await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  await chmod(file, 0o600)
  return readFile(file, 'utf8')
}

/** Tells two keys apart and says nothing else about them. */
export function fingerprintOf(accessKey: string, installSecret: string): string {
  return createHmac('sha256', installSecret).update(`access-key:${accessKey}`).digest('hex').slice(0, 16)
}
