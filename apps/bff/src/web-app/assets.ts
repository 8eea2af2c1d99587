import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** A file of the build, and its compressed forms by the name of the encoding, the better one first. */
export type Asset = { file: string; hashed: boolean; encodings: Map<string, string> }

const suffixes = { br: '.br', gzip: '.gz' } as const

/** Every file under a folder by the path that it is asked for with. An empty map when there is no such folder. */
export async function listAssets(folder: string): Promise<Map<string, Asset>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)))
  const isCompressedForm = (file: string) =>
    Object.values(suffixes).some((suffix) => file.endsWith(suffix) && files.has(file.slice(0, -suffix.length)))
  const originals = [...files].filter((file) => !isCompressedForm(file))
  return new Map(originals.map((file) => [pathOf(folder, file), describe(folder, file, files)]))
}

function describe(folder: string, file: string, files: Set<string>): Asset {
  const encodings = Object.entries(suffixes).filter(([, suffix]) => files.has(file + suffix))
  return {
    file,
    // Vite puts what it names by its content, and nothing else, under assets/.
    hashed: pathOf(folder, file).startsWith('/assets/'),
    encodings: new Map(encodings.map(([encoding, suffix]) => [encoding, file + suffix])),
  }
}

const pathOf = (folder: string, file: string) => `/${relative(folder, file).split(sep).join('/')}`
