import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../../scripts/toolchain.mjs'
import { measureBrowser } from './browser/browser.ts'
import { measureRowChecks } from './check-rows.ts'
import { measureGateway } from './gateway/gateway.ts'
import { measureMemory } from './memory.ts'
import { measureOverview } from './overview.ts'
import { measurePace, measureSaves } from './pace/pace.ts'
import { measurePreview } from './preview.ts'
import { measureQuery } from './query/query.ts'
import { measureRestart } from './restart.ts'
import { measureSearch } from './search.ts'
import { markdownOf, partOf, type Table, withPart, withWhatStands } from './table.ts'

// pnpm bench [subject…] [--real-time] [--at-once n] [--only name]: measures, prints tables and puts them into docs/performance.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** With the tenant's own minute in place of one of 6 s. */
    'real-time': { type: 'boolean', default: false },
    /** How many libraries are measured at once beside ours; they mostly wait. */
    'at-once': { type: 'string', default: '1' },
    /** Of the pace, only those whose names begin so; the figures of the others stay. */
    only: { type: 'string', default: '' },
    /** Of the questions to the list: where the goals are. */
    storage: { type: 'string', default: 'embedded' },
    /** Of the questions to the list: at how many goals. */
    goals: { type: 'string', default: '1000,10000,100000' },
    /** Of the questions to the list: how often each is asked by one reader. */
    rounds: { type: 'string', default: '120' },
  },
})
const isRealTime = values['real-time']
const form = isRealTime ? ' (real time)' : ''

const storage = values.storage === 'postgres' ? 'postgres' : 'embedded'
const sizes = values.goals.split(',').map(Number)

const subjects: Record<string, { part: string; measure: () => Promise<Table> }> = {
  pace: {
    part: `pace${form}`,
    measure: () => measurePace({ isRealTime, atOnce: Number(values['at-once']), only: values.only }),
  },
  saves: { part: `saves${form}`, measure: () => measureSaves({ isRealTime }) },
  overview: { part: 'overview', measure: measureOverview },
  preview: { part: 'preview', measure: measurePreview },
  browser: { part: 'browser', measure: measureBrowser },
  import: { part: 'import', measure: measureRowChecks },
  restart: { part: 'restart', measure: measureRestart },
  query: {
    part: `query (${storage})`,
    measure: () => measureQuery({ storage, sizes, alone: Number(values.rounds), atOnce: 3 }),
  },
  gateway: { part: 'gateway', measure: measureGateway },
  memory: { part: 'memory', measure: measureMemory },
  search: { part: 'search', measure: measureSearch },
}

const asked = positionals.length > 0 ? positionals : Object.keys(subjects)
const unknown = asked.find((name) => !Object.hasOwn(subjects, name))
if (unknown !== undefined) {
  console.error(`There is no subject ${unknown}. There are ${Object.keys(subjects).join(', ')}.`)
  process.exit(1)
}

const file = join(root, 'docs', 'performance.md')
let doAllHold = true
for (const name of asked) {
  const subject = subjects[name]
  if (!subject) continue
  const load = loadavg()[0] ?? 0
  const measured = await subject.measure()
  // Others may have been measured at the same time.
  const document = existsSync(file) ? readFileSync(file, 'utf8') : '# Speed, measured\n'
  const isPartial = name === 'pace' && values.only !== ''
  const table = isPartial ? withWhatStands(measured, partOf(document, subject.part)) : measured
  const text = `${markdownOf(table)}\n${machineLine(load)}\n`
  console.log(text)
  writeFileSync(file, withPart(document, subject.part, text))
  doAllHold &&= table.promises.every(({ holds }) => holds)
}
process.exitCode = doAllHold ? 0 : 1

/** On what it was measured, and how busy that was before. */
function machineLine(load: number): string {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 1024 ** 3)
  const day = new Date().toISOString().slice(0, 10)
  return `_${cpus().length} × ${cpu?.model.trim()}, ${memory} GB, Node ${process.versions.node}, load ${load.toFixed(1)} before; ${day}._`
}
