import type { Kysely } from 'kysely'
import type { Catalogue } from '#bff/catalogue/catalogue.ts'
import type { Database } from '#bff/database/connect.ts'
import type { Schema } from '#bff/database/schema.ts'
import type { Gateway } from '#bff/gateway/gateway.ts'
import { fieldTypesOf } from './goal-record.ts'
import { readLinks } from './goals-known.ts'
import { type Known, readKnown, readRows, writeChanges, writeRows, writeSightings } from './goal-statements.ts'
import { type OnItsWay, outcomeOf } from './outcome.ts'
import { resolverFor } from './resolved-names.ts'
import { writeSearch } from './search-store.ts'
import type { Occasion, Sighting } from './sighting.ts'
import { turnsOf, writeTurns } from './turns.ts'
import { writtenSighting } from './write-through.ts'

export type Applied = {
  /** Gsids of goals that were written, being new or other than before. */
  written: string[]
  added: number
  /** Differences that were kept. */
  changes: number
  /** Goals that this sweep had already seen on another page. */
  seenTwice: number
}

export type GoalStore = {
  database: Database
  catalogue: Pick<Catalogue, 'fields' | 'statuses' | 'companies' | 'names' | 'linkedProperties'>
  gateway: Pick<Gateway, 'pendingWrites'>
}

/** Throws where a transaction must not store anything. */
export type Guard = (transaction: Kysely<Schema>) => Promise<void>

/**
 * Takes a batch of sightings into the index, in one transaction: writes the goals that are new or other than before, keeps
 * what differs, and notes when each was seen. The other rooms are asked first: an embedded store has a single connection,
 * which the transaction holds.
 */
export async function applySightings(
  store: GoalStore,
  sightings: readonly Sighting[],
  occasion: Occasion,
  guard?: Guard,
): Promise<Applied> {
  const { database, catalogue } = store
  const said = sightings.map((sighting) => sighting.said)
  // A write says what it adds and takes away; what a goal links to besides stands in the index.
  const linksBefore = occasion.write ? await readLinks(database, gsidsOf(sightings)) : []
  const resolve = await resolverFor(said, linksBefore, catalogue)
  const types = fieldTypesOf(await catalogue.fields())
  const onTheirWay: Map<string, OnItsWay[]> = occasion.write
    ? new Map()
    : await readOnTheirWay(store, gsidsOf(sightings))
  return database.db.transaction().execute(async (transaction) => {
    await guard?.(transaction)
    const known = await readKnown(transaction, gsidsOf(sightings))
    const news = sightings.filter((sighting) => isNews(sighting, known.get(sighting.gsid), occasion))
    const rows = await readRows(transaction, gsidsOf(news.filter(({ gsid }) => known.has(gsid))))
    const outcomes = news.flatMap((sighting) => {
      const before = { row: rows.get(sighting.gsid) ?? null, known: known.get(sighting.gsid) ?? null }
      return (
        outcomeOf(sighting, before, { types, resolve, occasion, onTheirWay: onTheirWay.get(sighting.gsid) ?? [] }) ?? []
      )
    })
    const written = outcomes.map(({ row }) => row.gsid)
    const inIndex = new Set([...known.keys(), ...written])
    const goals = outcomes.map(({ row }) => row)
    await writeRows(transaction, goals)
    await writeSearch(transaction, goals)
    const changes = outcomes.flatMap((outcome) => outcome.changes)
    await writeChanges(transaction, changes)
    await writeTurns(
      transaction,
      outcomes.flatMap((outcome) => turnsOf(outcome, rows.get(outcome.row.gsid) ?? null)),
    )
    await writeSightings(
      transaction,
      gsidsOf(sightings).filter((gsid) => inIndex.has(gsid)),
      occasion,
    )
    const { sweep } = occasion
    return {
      written,
      changes: changes.length,
      added: written.filter((gsid) => !known.has(gsid)).length,
      seenTwice: sweep === undefined ? 0 : [...known.values()].filter((each) => each.sweep === sweep).length,
    }
  })
}

/** Writes of ours whose effect this reading may show before they are settled. */
async function readOnTheirWay({ gateway, catalogue }: GoalStore, gsids: string[]): Promise<Map<string, OnItsWay[]>> {
  const known = { fields: await catalogue.fields(), statuses: await catalogue.statuses() }
  const pending = await gateway.pendingWrites(gsids)
  const onTheirWay = [...pending].map(([gsid, writes]) => {
    const sent = writes.filter(({ state }) => state !== 'waiting')
    const made = sent.flatMap((write) => {
      const sighting = writtenSighting({ ...write, write, data: null, gsid }, known)
      return sighting ? [{ write, merge: sighting.merge }] : []
    })
    return [gsid, made] as const
  })
  return new Map(onTheirWay)
}

const gsidsOf = (sightings: readonly Sighting[]): string[] => sightings.map(({ gsid }) => gsid)

function isNews({ hash }: Sighting, known: Known | undefined, { askedAt }: Occasion): boolean {
  return !known || (known.seenAt <= askedAt && (hash === null || known.hash !== hash))
}
