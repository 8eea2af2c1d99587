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

/** Reads one goal from the tenant, in one call, and takes what came into the index. False when the tenant has no such goal. */
export async function readFresh(parts: Parts, gsid: string, asking: Asking): Promise<boolean> {
  const { writer, another, now } = parts
  if (await takeIn(parts, gsid, asking)) return true
  const control = await another(gsid)
  if (control === null || (await takeIn(parts, control, asking))) await writer.remove([gsid], now())
  return false
}

async function takeIn({ reader, writer, wasAsked, isComplete }: Parts, gsid: string, asking: Asking): Promise<boolean> {
  const where = {
    conditions: [{ alias: 'A', fieldName: 'Gsid', operator: 'EQ' as const, value: [gsid] }],
    expression: 'A',
  }
  const read = await reader.readPage({ select: await reader.select(), where, page: 1, pageSize: 1 }, asking)
  const goal = read.goals.find((each) => each.gsid === gsid)
  if (!goal) return false
  const sighting = fetchedSighting(goal, selectionOf(read.select))
  await writer.apply([sighting], { askedAt: read.askedAt, areUnknownNew: isComplete(), wasAsked })
  return true
}
