import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../../../../scripts/load/report.mjs'
import { createClient } from '../../../../scripts/load/client.mjs'
import { launchSecret } from '../pace/limit.ts'
import { startSession, type Session, type Storage } from '../session.ts'
import type { Table } from '../table.ts'
import { type Bare, openBare } from './bare.ts'
import { changeGoals } from './change-goals.ts'
import { type Asked, byStatusAndDueDate, fiveFacets, type Kind, kindsOf } from './questions.ts'

const readers = 50
const warmUps = 5
/** By then the fields that were asked about are in the memory of the bff: somebody has looked at what came. */
const lookMs = 4_000
const mostGrowth = 5
const mostRatio = 1.5
/** p99 may be so many times p50. */
const mostTail = 4

type Times = { ours: number[]; bare: number[] }
type Measured = { name: string; goals: number; promised: number; alone: Times; atOnce: Times }

/** Asks the bff beside statements written by hand, one question after the other, at each number of goals. */
export async function measureQuery({
  storage,
  sizes,
  alone,
  atOnce,
}: {
  storage: Storage
  sizes: number[]
  /** How often one reader asks each kind of question, and each of the readers at once. */
  alone: number
  atOnce: number
}): Promise<Table> {
  const measured: Measured[] = []
  for (const goals of sizes) measured.push(...(await measureAt(goals, { storage, alone, atOnce })))
  const most = Math.max(...sizes)
  const largest = measured.filter(({ goals }) => goals === most)
  return {
    title: `Questions to the list, ${storage === 'embedded' ? 'embedded storage' : 'PostgreSQL'}, while goals change and the sync writes`,
    head: [
      'question',
      'goals',
      'p50',
      'p99',
      'SQL by hand, p50',
      'over it',
      `${readers} at once, p50`,
      'p99',
      'SQL by hand, p50',
      'over it',
    ],
    rows: measured.map(({ name, goals, alone: one, atOnce: many }) => [
      `${name}, ${goals.toLocaleString('en')}`,
      goals.toLocaleString('en'),
      ms(quantile(one.ours, 0.5)),
      ms(quantile(one.ours, 0.99)),
      ms(quantile(one.bare, 0.5)),
      times(ratioOf(one)),
      ms(quantile(many.ours, 0.5)),
      ms(quantile(many.ours, 0.99)),
      ms(quantile(many.bare, 0.5)),
      times(ratioOf(many)),
    ]),
    promises: largest.flatMap((each) => promisesOf(each, measured)),
  }
}

function promisesOf({ name, promised, goals, alone }: Measured, all: Measured[]): Table['promises'] {
  const p50 = quantile(alone.ours, 0.5)
  const p99 = quantile(alone.ours, 0.99)
  const smaller = all.find((each) => each.name === name && each.goals === goals / 10)
  const growth = smaller && p50 / quantile(smaller.alone.ours, 0.5)
  return [
    { what: `${name} p50 under ${promised} ms`, holds: p50 < promised },
    { what: `p99 under ${mostTail} times it`, holds: p99 < mostTail * p50 },
    { what: `at most ${mostRatio} times the SQL by hand`, holds: ratioOf(alone) <= mostRatio },
    ...(growth === undefined
      ? []
      : [
          {
            what: `grows ${growth.toFixed(1)}x with ten times the goals, at most ${mostGrowth}x`,
            holds: growth < mostGrowth,
          },
        ]),
  ]
}

async function measureAt(
  goals: number,
  { storage, alone, atOnce }: { storage: Storage; alone: number; atOnce: number },
): Promise<Measured[]> {
  // The limit is wide, so that the first sync is soon over, and the next ones follow close.
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, goals, {
    storage,
    sandbox: { SANDBOX_LATENCY_MS: '0' },
    bff: { SYNC_INTERVAL_SECONDS: '5' },
  })
  try {
    const words = await wordsOf(session)
    const changed = await session.gsids(500)
    const bare = await openBare(session, storage)
    const stopChanging = changeGoals(session.sandboxUrl, changed)
    try {
      const measured: Measured[] = []
      for (const kind of kindsOf(goals, words)) {
        measured.push(await measureKind(kind, { session, bare, goals, alone, atOnce }))
      }
      measured.push(await measureBesideFacets({ session, bare, goals, alone }))
      return measured
    } finally {
      await stopChanging()
      await bare.stop()
    }
  } finally {
    await session.stop()
  }
}

type Setting = { session: Session; bare: Bare; goals: number; alone: number; atOnce: number }

async function measureKind({ name, promised, ask }: Kind, setting: Setting): Promise<Measured> {
  const { session, bare, goals } = setting
  let turn = 0
  const next = () => ask((turn += 1))
  const reader = await createReader(session)
  const alone: Times = { ours: [], bare: [] }
  try {
    for (let round = -warmUps; round < setting.alone; round += 1) {
      if (round === 0) await wait(lookMs)
      const asked = next()
      const ours = await timed(() => reader.ask(asked))
      const byHand = await timed(() => bare.ask(asked))
      if (round < 0) continue
      alone.ours.push(ours)
      alone.bare.push(byHand)
    }
  } finally {
    reader.close()
  }
  const clients = await Promise.all(Array.from({ length: readers }, () => createReader(session)))
  const atOnce: Times = { ours: [], bare: [] }
  try {
    const asks = clients.map((client) => (asked: Asked) => client.ask(asked))
    for (let round = 0; round < setting.atOnce; round += 1) {
      await Promise.all(asks.map(async (send) => atOnce.ours.push(await timed(() => send(next())))))
      await Promise.all(asks.map(async () => atOnce.bare.push(await timed(() => bare.ask(next())))))
    }
  } finally {
    for (const client of clients) client.close()
  }
  return { name, goals, promised, alone, atOnce }
}

/** Rows while somebody else's facets are counted; those wait for nobody. */
async function measureBesideFacets({ session, bare, goals, alone }: Omit<Setting, 'atOnce'>): Promise<Measured> {
  const [reader, other] = [await createReader(session), await createReader(session)]
  const ours: number[] = []
  const byHand: number[] = []
  try {
    for (let round = 0; round < alone; round += 1) {
      const [facets, page] = [fiveFacets(50_000 + round), byStatusAndDueDate(50_000 + round)]
      const counting = other.ask(facets)
      ours.push(await timed(() => reader.ask(page)))
      await counting
      byHand.push(await timed(() => bare.ask(page)))
    }
  } finally {
    reader.close()
    other.close()
  }
  const none: Times = { ours: [], bare: [] }
  return {
    name: 'page while five facets are counted',
    goals,
    promised: 75,
    alone: { ours, bare: byHand },
    atOnce: none,
  }
}

/** Somebody who has come in, with a connection of their own that is kept, as browsers do. */
async function createReader({ url }: Session) {
  const client = createClient(url)
  await client.enter(launchSecret)
  return {
    async ask({ body }: Asked) {
      const { status, text } = await client.send('POST', '/api/goals/query', { body, patience: 120_000 })
      if (status !== 200) throw new Error(`The question was answered ${status}: ${text}`)
    },
    close: client.close,
  }
}

/** Parts of the names of goals, each another. */
async function wordsOf(session: Session): Promise<string[]> {
  const { rows } = await session.api<{ rows: { fields: { Name: string | null } }[] }>('POST', '/api/goals/query', {
    select: ['Name'],
    limit: 500,
  })
  const parts = rows.flatMap(({ fields: { Name } }) =>
    Array.from({ length: 4 }, (_, index) => Name?.toLowerCase().slice(index * 3, index * 3 + 6) ?? ''),
  )
  return [...new Set(parts)].filter((part) => part.length === 6)
}

async function timed(job: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await job()
  return performance.now() - began
}

const ratioOf = ({ ours, bare }: Times) => quantile(ours, 0.5) / quantile(bare, 0.5)
const ms = (value: number) => (value === 0 ? '' : value < 10 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`)
const times = (value: number) => (Number.isNaN(value) ? '' : `${value.toFixed(2)}x`)
