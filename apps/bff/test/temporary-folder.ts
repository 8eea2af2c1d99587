import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#bff/database/connect.ts'
import { createLog } from '#bff/log.ts'
import bff from '../package.json' with { type: 'json' }

const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url))
const template = join(cache, `pglite-${bff.dependencies['@electric-sql/pglite']}-${digestOfMigrations()}`)

/** A folder for one test, removed by `remove`. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'goalkeeper-test-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Puts the files of an embedded database with empty tables into a data folder: a copy, because making one takes seconds. */
export async function giveEmptyDatabase(dataDir: string): Promise<void> {
  await makeTemplate()
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  // More than a thousand files: one after the other from JavaScript, they would take five times as long.
  cpSync(join(template, 'pglite'), join(dataDir, 'pglite'), { recursive: true })
}

async function makeTemplate(): Promise<void> {
  if (await exists(template)) return
  await mkdir(cache, { recursive: true })
  // Made aside and renamed, for several test files begin at once.
  const draft = await mkdtemp(`${template}-draft-`)
  const database = await openDatabase({ kind: 'embedded' }, draft, createLog('silent'))
  await database.close()
  try {
    await rename(draft, template)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(template))) throw error
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Other migrations make other tables. */
function digestOfMigrations(): string {
  const folder = new URL('../src/database/migrations/', import.meta.url)
  const digest = createHash('sha256')
  for (const name of readdirSync(folder).toSorted()) digest.update(readFileSync(new URL(name, folder)))
  return digest.digest('hex').slice(0, 12)
}
