// Holds the scripts of the built web app to their budget (apps/web/script-budget.json), as they are sent: compressed with brotli.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './toolchain.mjs'

const web = join(root, 'apps', 'web')

/**
 * @typedef {{ screen: string, bytes: number, budget: number }} ScreenSize
 * @typedef {Record<string, { file: string, imports?: string[], isDynamicEntry?: boolean }>} Manifest
 * @typedef {{ first: number, later: number, over: Record<string, number> }} Budget
 */

/**
 * What is loaded before the first rows, and what each later screen or dialog takes besides; the largest first.
 *
 * @returns {ScreenSize[]}
 */
export function scriptSizes() {
  /** @type {Manifest} */
  const manifest = readJson(join(web, 'dist', '.vite', 'manifest.json'))
  /** @type {Budget} */
  const budget = readJson(join(web, 'script-budget.json'))
  return sizesOf(manifest, budget, bytesOf)
}

/** @type {(manifest: Manifest, budget: Budget, bytesOf: (file: string) => number) => ScreenSize[]} */
export function sizesOf(manifest, { first, later, over }, bytesOfFile) {
  const page = withImports(manifest, 'index.html')
  const sum = (keys) => keys.reduce((bytes, key) => bytes + bytesOfFile(manifest[key].file), 0)
  const screens = Object.keys(manifest)
    .filter((key) => manifest[key].isDynamicEntry && manifest[key].file.endsWith('.js'))
    .map((key) => {
      const screen = key.replace(/^src\//, '').replace(/\?.*/, '')
      const bytes = sum([...withImports(manifest, key)].filter((each) => !page.has(each)))
      return { screen, bytes, budget: over[screen] ?? later }
    })
  return [
    { screen: 'before the first rows', bytes: sum([...page]), budget: first },
    ...screens.toSorted((one, other) => other.bytes - one.bytes),
  ]
}

/** A file of the build with everything that it imports. */
function withImports(manifest, key, found = new Set()) {
  if (found.has(key) || !manifest[key]) return found
  found.add(key)
  for (const imported of manifest[key].imports ?? []) withImports(manifest, imported, found)
  return found
}

/** As it is sent; a file too small to be compressed is sent as it is. */
function bytesOf(file) {
  const path = join(web, 'dist', file)
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size
}

/** Says what is over its budget, a sentence each; nothing when all holds. */
export function overBudget(sizes = scriptSizes()) {
  return sizes
    .filter(({ bytes, budget }) => bytes > budget)
    .map(({ screen, bytes, budget }) => `${screen}: ${bytes} bytes of script, ${bytes - budget} over its budget.`)
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
