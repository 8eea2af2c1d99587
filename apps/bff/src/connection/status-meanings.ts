import type { Meaning } from '@goalkeeper/contract/catalogue'
import type { Database } from '../database/connect.ts'

/** What an admin says a status stands for. `id` null: the tenant has not told its id. */
export type StatusMeaning = { id: string | null; name: string; meaning: Meaning; order: number; color: string | null }

/** The sandbox comes with its answers, so that nobody who tries it meets a question first (apps/sandbox, seed/picklists). */
const sandboxMeanings: [name: string, meaning: Meaning][] = [
  ['New', 'planned'],
  ['On Track', 'on track'],
  ['At Risk', 'at risk'],
  ['On Hold', 'planned'],
  ['Achieved', 'achieved'],
  ['Partially Achieved', 'achieved'],
  ['Dropped', 'dropped'],
]

export async function loadMeanings({ db }: Database): Promise<StatusMeaning[]> {
  const rows = await db.selectFrom('connection_meaning').selectAll().orderBy('sort_order').execute()
  return rows.map(({ id, name, meaning, sort_order, color }) => ({ id, name, meaning, order: sort_order, color }))
}

/** Puts the list in place of the one before: what it leaves out has no meaning any more. */
export async function storeMeanings({ db }: Database, meanings: readonly StatusMeaning[]): Promise<void> {
  const rows = meanings.map(({ order, ...meaning }) => ({ ...meaning, sort_order: order }))
  await db.transaction().execute(async (transaction) => {
    await transaction.deleteFrom('connection_meaning').execute()
    await transaction.insertInto('connection_meaning').values(rows).execute()
  })
}

/** The sandbox's own answers, for a store in which nobody has given any. */
export async function seedSandboxMeanings({ db }: Database): Promise<void> {
  const answered = await db.selectFrom('connection_meaning').select('name').limit(1).executeTakeFirst()
  if (answered) return
  const rows = sandboxMeanings.map(([name, meaning], index) => ({
    name,
    id: null,
    meaning,
    sort_order: index,
    color: null,
  }))
  await db
    .insertInto('connection_meaning')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** An admin who names an id gives it the name that was typed in without one: those two are one status. */
export function joinTyped(meanings: readonly StatusMeaning[]): StatusMeaning[] {
  const named = new Set(meanings.flatMap(({ id, name }) => (id ? [nameKey(name)] : [])))
  return meanings.filter(({ id, name }) => id !== null || !named.has(nameKey(name)))
}

/** The first name or id that a list holds twice; null when all differ. Names are compared as people read them. */
export function namedTwice(meanings: readonly Pick<StatusMeaning, 'id' | 'name'>[]): string | null {
  const seen = new Set<string>()
  for (const { id, name } of meanings) {
    const keys = [nameKey(name), ...(id ? [`id ${id}`] : [])]
    if (keys.some((key) => seen.has(key))) return name
    for (const key of keys) seen.add(key)
  }
  return null
}

/** The meaning of a status: by its id where one was given with it, else by its name in any case. */
export function meaningOf(
  meanings: readonly StatusMeaning[],
  status: { id: string | null; name: string },
): StatusMeaning | undefined {
  return (
    meanings.find(({ id }) => id !== null && id === status.id) ??
    meanings.find(({ name }) => nameKey(name) === nameKey(status.name))
  )
}

const nameKey = (name: string) => name.trim().toLowerCase()
