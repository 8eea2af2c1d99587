import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../../../scripts/load/report.mjs'
import { startSession, type Session } from './session.ts'
import type { Table } from './table.ts'

const goals = 100_000
const rounds = 20

/** What people type. A number behind it keeps two questions from being equal, where something remembers answers; it is part of many names. */
const searches: { what: string; text: (round: number) => string }[] = [
  { what: 'two words of the name', text: (round) => `automate ${40 + round}` },
  {
    what: 'a word that is misspelled',
    text: (round) => `instences ${3 + (round % 7)} ${'regional'.slice(0, 4 + (round % 4))}`,
  },
  { what: 'company and goal', text: (round) => `${companies[round % companies.length]} invoice` },
  { what: 'a company', text: (round) => `${companies[round % companies.length]}` },
  { what: 'the beginning of a common word', text: (round) => `onboarding ${(4 + (round % 6)) * 10}` },
  { what: 'words of descriptions', text: (round) => `steering committee ${20 + round}` },
  { what: 'a word of a third of all goals', text: (round) => `pilot ${'team'.slice(0, 3 + (round % 2))}` },
]
const companies =
  'harborline northgate bluefin silverpine quantara meridian oakhurst lumenfield castellan driftwood'.split(' ')

/** A page of the best goals with its exact total, of 100,000 goals in embedded storage, for one person who types. */
export async function measureSearch(): Promise<Table> {
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, goals)
  try {
    await namesKnown(session)
    const measured = []
    for (const { what, text } of searches) {
      const times: number[] = []
      let found = 0
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now()
        const { total } = await session.api<{ total: number }>('POST', '/api/goals/query', {
          search: text(round),
          limit: 50,
        })
        times.push(performance.now() - began)
        found = Math.max(found, total)
      }
      measured.push({ what, times, found })
    }
    const all = measured.flatMap(({ times }) => times)
    const line = (what: string, found: string, times: number[]) => [
      what,
      found,
      `${quantile(times, 0.5).toFixed(0)} ms`,
      `${quantile(times, 0.99).toFixed(0)} ms`,
    ]
    return {
      title: `Searching ${goals.toLocaleString('en')} goals, embedded storage`,
      head: ['for', 'goals found, at most', 'p50', 'p99'],
      rows: [
        ...measured.map(({ what, found, times }) => line(what, found.toLocaleString('en'), times)),
        line('all of these', '', all),
      ],
      promises: [{ what: 'p50 under 25 ms', holds: quantile(all, 0.5) < 25 }],
    }
  } finally {
    await session.stop()
  }
}

/** The names of companies come in the background, once the goals are in. */
async function namesKnown(session: Session): Promise<void> {
  const unnamed = { filter: { field: 'CompanyName', op: 'IS_NULL' }, limit: 0 }
  while ((await session.api<{ total: number }>('POST', '/api/goals/query', unnamed)).total > 0) await wait(500)
}
