import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import bff from '../package.json' with { type: 'json' }

const cache = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url))
const template = join(cache, `pglite-${bff.dependencies['@electric-sql/pglite']}`)

/** A folder for one test, removed by `remove`. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'goalkeeper-test-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Puts the files of an empty embedded database into a data folder: a copy, because making one takes seconds. */
export async function giveEmptyDatabase(dataDir: string): Promise<void> {
  await makeTemplate()
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await cp(template, join(dataDir, 'pglite'), { recursive: true })
}

async function makeTemplate(): Promise<void> {
  if (await exists(template)) return
  await mkdir(cache, { recursive: true })
  // Made aside and renamed, for several test files begin at once.
  const draft = await mkdtemp(`${template}-draft-`)
  const database = await PGlite.create(draft)
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
