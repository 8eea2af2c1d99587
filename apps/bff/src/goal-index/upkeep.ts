import { sql } from 'kysely'
import type { Database } from '#bff/database/connect.ts'

/** Statistics are taken anew when so many rows were written, and half of all that there are. */
const fewRows = 1_000
/** One after the other: whoever asks for something meanwhile has their turn between two. */
const tables = ['goal', 'goal_sighting', 'goal_search', 'search_word']

/** What a PostgreSQL server does by itself in the background, and embedded storage does not: statistics, and room for new rows. */
export type Upkeep = {
  /** After rows were written, of so many that there are. */
  written: (rows: number, goals: number) => Promise<void>
  /** When there is time: after a sweep. */
  tidy: () => Promise<void>
}

export function createUpkeep({ db, kind }: Database): Upkeep {
  if (kind === 'postgres') return { written: async () => undefined, tidy: async () => undefined }
  let sinceAnalyze = 0
  let sinceVacuum = 0
  return {
    async written(rows, goals) {
      sinceAnalyze += rows
      sinceVacuum += rows
      if (sinceAnalyze < Math.max(fewRows, goals / 2)) return
      sinceAnalyze = 0
      for (const table of tables) await sql`ANALYZE ${sql.table(table)}`.execute(db)
    },
    async tidy() {
      if (sinceVacuum === 0) return
      sinceVacuum = 0
      for (const table of tables) await sql`VACUUM (ANALYZE) ${sql.table(table)}`.execute(db)
    },
  }
}
