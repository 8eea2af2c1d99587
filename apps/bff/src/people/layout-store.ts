import type { Layout } from '@goalkeeper/contract/layout'
import type { Database } from '#bff/database/connect.ts'

const asAtFirst: Layout = { columns: null, density: null }

/** How somebody, known by `person:…`, has laid out the goals list; as at first for whoever has not. */
export async function readLayoutOf({ db }: Database, who: string): Promise<Layout> {
  const row = await db.selectFrom('layout').select('layout').where('person', '=', who).executeTakeFirst()
  return row?.layout ?? asAtFirst
}

/** Keeps the layout; whatever was saved last holds. */
export async function storeLayout({ db }: Database, who: string, layout: Layout): Promise<void> {
  const stored = JSON.stringify(layout)
  await db
    .insertInto('layout')
    .values({ person: who, layout: stored })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ layout: stored }))
    .execute()
}
