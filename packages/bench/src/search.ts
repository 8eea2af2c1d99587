import { setTimeout as wait } from 'node:timers/promises'
import { quantile } from '../../../scripts/load/report.mjs'
import { startSession, type Session } from './session.ts'
import type { Table } from './table.ts'

const goals = 100_000
const companies =
  'harborline northgate bluefin silverpine quantara meridian oakhurst lumenfield castellan driftwood ironbark kestrel larkspur marlowe nimbus orchard palisade quillstone redfern saltmarsh'.split(
    ' ',
  )
const misspelled =
  'onbording regoinal instences weekyl atcive spreadshets automtion forcast accuracey dashbaord enterprize segmnet migraton certfy wharehouse procurment consolidat sucess tickt respones'.split(
    ' ',
  )
const common =
  'customer success plan pilot team sites process review steering committee baseline measured report retire sponsor administrators days users named priority'.split(
    ' ',
  )

/** What people type, each of them different, for what was asked before may be remembered. */
const searches: { what: string; texts: string[] }[] = [
  { what: 'a company', texts: companies },
  { what: 'company and goal', texts: companies.map((company) => `${company} invoice`) },
  { what: 'words of the name', texts: companies.map((_, round) => `onboarding ${10 + round}`) },
  { what: 'a misspelled word', texts: misspelled },
  { what: 'words of descriptions', texts: companies.map((_, round) => `steering committee ${20 + round}`) },
  { what: 'one word that many goals have', texts: common },
  { what: 'one or two letters', texts: 'a b c d e f g h i j ab co de fo in ma no re sa to'.split(' ') },
]

/** A page of the best goals with its exact total, of 100,000 goals in embedded storage, for one person who types. */
export async function measureSearch(): Promise<Table> {
  const session = await startSession({ perWindow: 100_000, windowSeconds: 60 }, goals)
  try {
    await namesKnown(session)
    const measured = []
    for (const { what, texts } of searches) {
      const times: number[] = []
      let found = 0
      for (const search of texts) {
        const began = performance.now()
        const asked = { search, limit: 100 }
        const { total } = await session.api<{ total: number }>('POST', '/api/goals/query', asked)
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
