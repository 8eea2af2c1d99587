import { createClient } from '../../../scripts/load/client.mjs'
import { quantile } from '../../../scripts/load/report.mjs'
import { launchSecret } from './pace/limit.ts'
import { startSession } from './session.ts'
import type { Table } from './table.ts'

const goals = 20_000
const rows = 10_000
const rounds = 5
const mostMs = 5_000

type Goal = { gsid: string; fields: Record<string, string | null> }

/** From sending a file of 10,000 rows to the check of every one of them; beside it what somebody waits for who asks something meanwhile. */
export async function measureRowChecks(): Promise<Table> {
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, goals)
  const client = createClient(session.url)
  const reader = createClient(session.url)
  try {
    await client.enter(launchSecret)
    await reader.enter(launchSecret)
    const known = await goalsOf(session.api)
    const table: string[][] = []
    const slowest: number[] = []
    for (const { what, type, fileOf } of [
      { what: 'new goals, CSV', type: 'text/csv', fileOf: newGoals },
      { what: 'goals that are there, by Gsid, CSV', type: 'text/csv', fileOf: knownGoals },
      { what: 'goals that are there, by name and company, CSV', type: 'text/csv', fileOf: namedGoals },
    ]) {
      const times: number[] = []
      const waits: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const text = fileOf(known, round)
        const began = performance.now()
        const checking = client.send('POST', '/api/imports?name=bench.csv', {
          text,
          headers: { 'content-type': type },
          patience: 120_000,
        })
        const watching = new AbortController()
        const watched = waitsOf(reader, watching.signal)
        const { status, text: reply } = await checking
        times.push(performance.now() - began)
        watching.abort()
        waits.push(...(await watched))
        if (status !== 200) throw new Error(`The file was answered ${status}: ${reply}`)
        const { id, counts } = JSON.parse(reply) as { id: string; counts: Record<string, number> | null }
        const checked = Object.values(counts ?? {}).reduce((sum, count) => sum + count, 0)
        if (checked !== rows) throw new Error(`${checked} rows were checked: ${JSON.stringify(counts)}`)
        await session.api('DELETE', `/api/imports/${id}`)
      }
      slowest.push(Math.max(...times))
      table.push([
        what,
        `${quantile(times, 0.5).toFixed(0)} ms`,
        `${Math.max(...times).toFixed(0)} ms`,
        `${quantile(waits, 0.5).toFixed(0)} ms`,
        `${Math.max(...waits).toFixed(0)} ms`,
      ])
    }
    return {
      title: `An import of ${rows.toLocaleString('en')} rows is checked, ${goals.toLocaleString('en')} goals in the copy, embedded storage`,
      head: ['rows of', 'p50', 'longest', 'a list asked for meanwhile, p50', 'longest'],
      rows: table,
      promises: [{ what: `each under ${mostMs / 1000} s`, holds: slowest.every((time) => time < mostMs) }],
    }
  } finally {
    client.close()
    reader.close()
    await session.stop()
  }
}

async function goalsOf(api: <Result>(method: string, path: string, body?: unknown) => Promise<Result>) {
  const found: Goal[] = []
  while (found.length < rows) {
    const query = { select: ['Name', 'CompanyId', 'CompanyName'], offset: found.length, limit: 500 }
    const page = await api<{ rows: Goal[] }>('POST', '/api/goals/query', query)
    if (page.rows.length === 0) throw new Error(`There are only ${found.length} goals.`)
    found.push(...page.rows)
  }
  return found
}

/** How long each of the first pages of the list takes, one asked for after the other. */
async function waitsOf(reader: ReturnType<typeof createClient>, signal: AbortSignal): Promise<number[]> {
  const waits: number[] = []
  while (!signal.aborted) {
    const began = performance.now()
    await reader.send('POST', '/api/goals/query', {
      body: { select: ['Name', 'DueDate'], limit: 50 },
      patience: 60_000,
    })
    waits.push(performance.now() - began)
  }
  return waits
}

const csv = (lines: readonly (readonly (string | null | undefined)[])[]) =>
  lines.map((cells) => cells.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(',')).join('\r\n')

/** A company's name may stand in it a thousand times: each is looked for once. */
function newGoals(known: readonly Goal[], round: number): string {
  const lines = known.map(({ fields }, at) => [`New ${round} ${at}`, fields['CompanyName'], 'New', '2041-05-31'])
  return csv([['Name', 'Company', 'Status', 'Due date'], ...lines])
}

function knownGoals(known: readonly Goal[], round: number): string {
  const lines = known.map(({ gsid, fields }) => [gsid, fields['Name'], `2041-05-${10 + round}`])
  return csv([['Gsid', 'Name', 'Due date'], ...lines])
}

function namedGoals(known: readonly Goal[], round: number): string {
  const lines = known.map(({ fields }) => [fields['Name'], fields['CompanyId'], `2041-06-${10 + round}`])
  return csv([['Name', 'Company Id', 'Due date'], ...lines])
}
