import * as texts from '@goalkeeper/texts/server/activity'
import type { ActivityEntry, ActivityFilter } from '@goalkeeper/contract/activity'
import type { Write } from '@goalkeeper/contract/writes'
import type { Router } from 'express'
import type { Database } from '#bff/database/connect.ts'
import type { Asker } from '#bff/http/caller.ts'
import { createActivityRouter } from './activity-router.ts'
import { readDeeds, readDoers, storeDeed, type Who } from './deeds.ts'
import { readPage, type Page, type Sources } from './page.ts'
import type { Source } from './source.ts'

/** Who did what: everything that happened, in one order. */
export type Activity = {
  /** Keeps for good what somebody did, in a sentence without a subject: "Gave Ana Reyes the role editor." */
  record: (who: Who, words: string, gsid?: string) => Promise<void>
  /** Keeps that a confirmed write made no difference, which no change tells. */
  recordUnchanged: (write: Write) => Promise<void>
  router: Router
}

type ActivityParts = {
  database: Database
  /** Of the goal index and of the gateway. */
  changes: Source
  writes: Source
  actors: () => Promise<string[]>
  goalNames: (gsids: string[]) => Promise<Map<string, string>>
  /** Of these goals, those that somebody sees. */
  seenOf: (asker: Asker, gsids: string[]) => Promise<Set<string>>
}

/** Pages that are looked through for one page of what somebody sees. */
const mostLooks = 20

export function createActivity({ database, changes, writes, actors, goalNames, seenOf }: ActivityParts): Activity {
  const sources: Sources = [
    { kind: 'deed', read: (...asked) => readDeeds(database, 'deed', ...asked) },
    { kind: 'write', read: (...asked) => readDeeds(database, 'write', ...asked) },
    { kind: 'write', read: writes },
    { kind: 'change', read: changes },
  ]

  /** A page of what somebody sees: their own deeds, and what happened to goals that they see. */
  async function readSeen(asker: Asker, filter: ActivityFilter, after: string | null, limit: number): Promise<Page> {
    if (asker.rights.scope === null) return readPage(sources, filter, after, limit)
    const entries: ActivityEntry[] = []
    let next = after
    // What is not seen fills no page; nor does looking for what is seen go on without an end.
    for (let looks = 0; looks < mostLooks; looks++) {
      const page = await readPage(sources, filter, next, limit - entries.length)
      const seen = await seenOf(asker, [...new Set(page.entries.flatMap(({ gsid }) => gsid ?? []))])
      const isSeen = ({ gsid, actorId }: ActivityEntry) =>
        gsid === null ? actorId === asker.caller.actorId : seen.has(gsid)
      entries.push(...page.entries.filter(isSeen))
      next = page.next
      if (next === null || entries.length >= limit) break
    }
    return { entries, next }
  }

  async function read(asker: Asker, filter: ActivityFilter, after: string | null, limit: number): Promise<Page> {
    const { entries, next } = await readSeen(asker, filter, after, limit)
    const names = await goalNames([...new Set(entries.flatMap(({ gsid }) => gsid ?? []))])
    const named = entries.map((entry): ActivityEntry => ({
      ...entry,
      goalName: names.get(entry.gsid ?? '') ?? entry.goalName,
    }))
    return { entries: named, next }
  }

  return {
    async record(who, words, gsid) {
      await storeDeed(database, who, { kind: 'deed', at: Date.now(), words, gsid: gsid ?? null })
    },
    async recordUnchanged(write) {
      const words = write.kind === 'create' ? texts.createdItASyncHadSeen : texts.savedItNoDifferenceWasSeen
      await storeDeed(database, write, { kind: 'write', at: Date.now(), words, gsid: write.gsid })
    },
    router: createActivityRouter({
      read,
      async actors() {
        const names = new Set([...(await actors()), ...(await readDoers(database))])
        return [...names].toSorted(new Intl.Collator('en').compare)
      },
    }),
  }
}
