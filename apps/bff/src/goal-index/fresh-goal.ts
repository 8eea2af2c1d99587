import { inParts } from '#bff/in-parts.ts'
import { type Where, type WayToAsk, wayToAsk } from './ask-by-gsid.ts'
import type { Asking, GoalReader } from './goal-reader.ts'
import type { IndexWriter } from './index-writer.ts'
import { fetchedSighting, selectionOf } from './sighting.ts'

type Parts = {
  reader: GoalReader
  writer: Pick<IndexWriter, 'apply' | 'remove'>
  wasAsked: (field: string) => boolean
  isComplete: () => boolean
  /** The Gsid of another goal of the index, to tell a goal that is gone from a filter that does not work. */
  another: (gsid: string) => Promise<string | null>
  now: () => number
}

const oneByOne = wayToAsk({ operators: new Set(), or: false })

/** Reads one goal from the tenant, in one call, and takes what came into the index. False when the tenant has no such goal. */
export async function readFresh(parts: Parts, gsid: string, asking: Asking): Promise<boolean> {
  const { writer, another, now } = parts
  if ((await takeIn(parts, oneByOne.where([gsid]), 1, asking)).has(gsid)) return true
  const control = await another(gsid)
  if (control === null || (await takeIn(parts, oneByOne.where([control]), 1, asking)).has(control)) {
    await writer.remove([gsid], now())
  }
  return false
}

/**
 * Reads goals from the tenant in as few calls as it allows, and takes what came into the index. Says of each whether the tenant has it.
 */
export async function readFreshMany(
  parts: Parts,
  way: WayToAsk,
  gsids: readonly string[],
  asking: Asking,
): Promise<Map<string, boolean>> {
  const presence = new Map<string, boolean>()
  for (const asked of inParts(gsids, way.most)) {
    const found = await takeIn(parts, way.where(asked), asked.length, asking)
    // A tenant may answer for a part of a long list only: what did not come is asked for alone before it counts as gone.
    for (const gsid of asked) presence.set(gsid, found.has(gsid) || (await readFresh(parts, gsid, asking)))
  }
  return presence
}

async function takeIn(
  { reader, writer, wasAsked, isComplete }: Parts,
  where: Where,
  pageSize: number,
  asking: Asking,
): Promise<Set<string>> {
  const read = await reader.readPage({ select: await reader.select(), where, page: 1, pageSize }, asking)
  const selection = selectionOf(read.select)
  await writer.apply(
    read.goals.map((goal) => fetchedSighting(goal, selection)),
    { askedAt: read.askedAt, areUnknownNew: isComplete(), wasAsked },
  )
  return new Set(read.goals.map(({ gsid }) => gsid))
}
