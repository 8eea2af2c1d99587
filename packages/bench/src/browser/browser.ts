import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../../../../scripts/load/report.mjs'
import { findBrowser } from '../../../../scripts/browser.mjs'
import { build } from '../../../../scripts/toolchain.mjs'
import { startSession, type Session } from '../session.ts'
import type { Table } from '../table.ts'
import { openVisit, scrollThrough, type Visit } from './visit.ts'

const goals = 100_000
const rowsMoved = 20_000
/** Of processors: as it is, and four times slower. */
const speeds = [
  { slowed: 1, visits: 7, filters: 15, forms: 5 },
  { slowed: 4, visits: 5, filters: 9, forms: 3 },
]
const frameMs = 1000 / 60

type Measured = {
  scriptBytes: number
  firstRow: number
  heap: number
  filters: number[]
  panels: number[]
  forms: number[]
  scrolled: { longestFrame: number; dropped: number; longestTask: number; heap: number } | null
}

/** The list of 100,000 goals in Chromium, with a new profile each time: from the address to the first row, and then as somebody works in it. */
export async function measureBrowser(): Promise<Table> {
  build()
  const { path } = findBrowser({ isWhole: true })
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, goals, {
    sandbox: { SANDBOX_LATENCY_MS: '0' },
  })
  try {
    const choices = await choicesOf(session)
    const measured = new Map<number, Measured[]>()
    let version = ''
    for (const speed of speeds) {
      const of: Measured[] = []
      for (let number = 0; number < speed.visits; number += 1) {
        const visit = await openVisit(path, session.url, speed.slowed)
        version = visit.version
        try {
          of.push(await measure(visit, { ...speed, choices }))
        } finally {
          await visit.close()
        }
      }
      measured.set(speed.slowed, of)
    }
    return tableOf(measured, version)
  } finally {
    await session.stop()
  }
}

type Choice = { group: string; column: string; label: string }

/** Groups of the facet panel, and the columns in which their values stand. */
const facets = [
  { group: 'Status', facet: 'StatusName', column: 'StatusName' },
  { group: 'Company', facet: 'CompanyId', column: 'CompanyName' },
  { group: 'CSM', facet: 'CompanyId__gr.Csm__gr.Name', column: 'CompanyId__gr.Csm__gr.Name' },
]
/** Of each group so many values stand in the panel. */
const ofEach = 6
/** A screen of rows. */
const fewest = 40

/** Values to narrow the list by, no two the same, in turn of each group; each leaves more rows than a screen has. */
async function choicesOf({ api }: Session): Promise<Choice[]> {
  type Buckets = Record<string, { label: string; value: unknown; count: number }[]>
  const query = { limit: 0, facets: facets.map(({ facet }) => facet) }
  const { facets: counted } = await api<{ facets: Buckets }>('POST', '/api/goals/query', query)
  return Array.from({ length: ofEach }, (_, at) =>
    facets.flatMap(({ group, facet, column }) => {
      const bucket = counted[facet]?.filter(({ value, count }) => value !== null && count >= fewest)[at]
      return bucket ? [{ group, column, label: bucket.label }] : []
    }),
  ).flat()
}

async function measure(
  visit: Visit,
  { filters, forms, slowed, choices }: { filters: number; forms: number; slowed: number; choices: Choice[] },
): Promise<Measured> {
  const { page } = visit
  const firstRow = await visit.open('/goals')
  const scriptBytes = visit.scriptBytes()
  await wait(1_000)
  const heap = await visit.heap()
  const taken: Measured = { scriptBytes, firstRow, heap, filters: [], panels: [], forms: [], scrolled: null }

  for (const { group, column, label } of choices.slice(0, filters)) {
    const title = JSON.stringify(label)
    // Behind the name of a company may stand what tells it from another one of the same name.
    const box = page
      .getByRole('group', { name: group, exact: true })
      .locator(`label[title=${title}], label[title^=${JSON.stringify(`${label} · `)}]`)
      .first()
    taken.filters.push(await visit.time('click', { cells: { column, value: label } }, () => box.click()))
    await box.click()
    await page.getByText(`${goals.toLocaleString('en')} goals`).waitFor()
    await wait(100)
  }

  for (let number = 0; number < forms; number += 1) {
    const row = page.locator(`[role=row][aria-rowindex="${number * 2 + 3}"] [data-column="CompanyName"]`)
    taken.panels.push(await visit.time('click', { shown: '#goal-name' }, () => row.click()))
    await wait(1_000)
    taken.forms.push(await visit.time('keydown', { filled: 'input[name="Name"]' }, () => page.keyboard.press('e')))
    await wait(300)
    await visit.open('/goals')
    await wait(500)
  }
  if (slowed > 1) return taken

  const { frames, longTasks } = await scrollThrough(page, rowsMoved)
  taken.scrolled = {
    longestFrame: Math.max(...frames),
    dropped: frames.reduce((sum, frame) => sum + Math.max(0, Math.round(frame / frameMs) - 1), 0) / frames.length,
    longestTask: Math.max(0, ...longTasks),
    heap: await visit.heap(),
  }
  return taken
}

const all = (visits: Measured[], of: (visit: Measured) => number | number[]) => visits.flatMap(of)
const ms = (times: number[], part: number) => `${quantile(times, part).toFixed(0)} ms`

function tableOf(measured: Map<number, Measured[]>, version: string): Table {
  const [usual, slowed] = [measured.get(1) ?? [], measured.get(4) ?? []]
  const both = (what: string, of: (visit: Measured) => number | number[]) => [
    what,
    ...[usual, slowed].flatMap((visits) => [ms(all(visits, of), 0.5), ms(all(visits, of), 0.95)]),
  ]
  const scrolled = usual.flatMap((visit) => visit.scrolled ?? [])
  const most = (of: (visit: NonNullable<Measured['scrolled']>) => number) => Math.max(...scrolled.map(of))
  const [scripts, heap] = [all(usual, ({ scriptBytes }) => scriptBytes), all(usual, (visit) => visit.heap)]
  const once = (what: string, words: string) => [what, words, '', '', '']
  const firstRow = all(usual, (visit) => visit.firstRow)
  const filters = all(usual, (visit) => visit.filters)
  const forms = all(usual, (visit) => visit.forms)
  return {
    title: `The list of ${goals.toLocaleString('en')} goals in Chromium ${version}, a new profile for each of ${usual.length} visits`,
    head: ['of', 'p50', 'p95', 'processor slowed 4x, p50', 'p95'],
    rows: [
      once('scripts before the first rows, compressed', `${(quantile(scripts, 0.5) / 1000).toFixed(0)} KB`),
      both('first row', (visit) => visit.firstRow),
      both('filter changed, its rows painted', (visit) => visit.filters),
      both('a goal opened beside the list', (visit) => visit.panels),
      both('its form filled', (visit) => visit.forms),
      once('memory of scripts', `${quantile(heap, 0.5).toFixed(1)} MB`),
      once(
        `the same after moving through ${rowsMoved.toLocaleString('en')} rows`,
        `${most((visit) => visit.heap).toFixed(1)} MB`,
      ),
      once('longest task meanwhile', `${most((visit) => visit.longestTask).toFixed(0)} ms`),
      once('longest frame', `${most((visit) => visit.longestFrame).toFixed(0)} ms`),
      once('frames dropped, at most', `${(100 * most((visit) => visit.dropped)).toFixed(1)} %`),
    ],
    promises: [
      { what: 'first row at 420 ms', holds: quantile(firstRow, 0.5) <= 420 },
      { what: 'filter to rows p50 45 ms', holds: quantile(filters, 0.5) <= 45 },
      { what: 'p95 80 ms', holds: quantile(filters, 0.95) <= 80 },
      { what: 'form 30 ms', holds: quantile(forms, 0.5) <= 30 },
      { what: 'no task over 50 ms', holds: most((visit) => visit.longestTask) <= 50 },
      { what: '180 KB of scripts', holds: quantile(scripts, 0.5) <= 180_000 },
    ],
  }
}
