import * as texts from '@goalkeeper/texts/server/activity'
import { access, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Activity } from './activity/activity.ts'
import type { People } from './people/people.ts'

/** Who puts a backup in place makes this file in the data folder: a store cannot tell by itself that it was set back. */
const markOf = (dataDir: string) => join(dataDir, 'restored')

/** Whether the store was put back from a backup since the last start: what happened after that backup is not in it. */
export function isFromBackup(dataDir: string): Promise<boolean> {
  return access(markOf(dataDir)).then(
    () => true,
    () => false,
  )
}

type Parts = {
  dataDir: string
  /** When the store was last in use, before it was put back. Epoch milliseconds; null when it never was. */
  lastUse: number | null
  people: Pick<People, 'endAllSessions'>
  record: Activity['record']
}

/** Undoes what a backup would bring back to life, tells of it in Activity, and takes the mark away. */
export async function takeUpBackup({ dataDir, lastUse, people, record }: Parts): Promise<void> {
  await people.endAllSessions()
  const when =
    lastUse === null ? texts.anEmptyStore : `${new Date(lastUse).toISOString().slice(0, 16).replace('T', ' ')} UTC`
  await record({ actor: 'Goalkeeper', actorId: null, screen: null }, texts.startedFromABackup(when))
  await rm(markOf(dataDir))
}
