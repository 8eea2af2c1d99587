import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Makes the data folder, readable by its owner alone. */
export async function prepareDataDir(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await chmod(dataDir, 0o700)
}

/** The secret of this installation, made at its first start. It signs fingerprints, and opens nothing. */
export async function readInstallSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'install-secret')
  const draft = `${file}-${randomUUID()}`
  // Written aside first: of several starts at once, the one that links it first makes it for all, and none reads half of it.
  await writeFile(draft, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return readFile(file, 'utf8')
}

/** Tells two keys apart and says nothing else about them. */
export function fingerprintOf(accessKey: string, installSecret: string): string {
  return createHmac('sha256', installSecret).update(`access-key:${accessKey}`).digest('hex').slice(0, 16)
}
