import type { Screen } from '@goalkeeper/contract/screens'
import type { Links } from '@goalkeeper/gainsight/goal-parts'
import type { GoalEdit } from '@goalkeeper/gainsight/goal-update'
import { useSyncExternalStore } from 'react'
import type { ApiError } from '../api/api-error.ts'

/** What an update changes: fields as the tenant names them, and links. */
export type EditContent = { record?: GoalEdit; link?: Links; unlink?: Links }

/**
 * How far an edit has come, as this page knows it. sending: on its way (the journal says whether it waits or is sent). unknown: sent, and nobody
 * can say whether it was applied. confirmed: applied, and about to be read. changed-elsewhere: not sent, a person has to choose. failed: not applied.
 */
export type EditPhase = 'sending' | 'unknown' | 'confirmed' | 'changed-elsewhere' | 'failed'

/** An update that a person has asked for here, kept until it is confirmed and read, or let go. `id` is the write's. */
export type Edit = {
  id: string
  gsid: string
  content: EditContent
  /** Where the person was. */
  screen: Screen
  phase: EditPhase
  problem: ApiError | null
}

let edits: readonly Edit[] = []
const listeners = new Set<() => void>()
const none: readonly Edit[] = []
const byGoal = new Map<string, readonly Edit[]>()

function replace(next: readonly Edit[], gsid: string): void {
  edits = next
  byGoal.set(
    gsid,
    next.filter((edit) => edit.gsid === gsid),
  )
  listeners.forEach((listener) => listener())
}

export function addEdit(edit: Edit): void {
  replace([...edits, edit], edit.gsid)
}

export function changeEdit(id: string, change: Partial<Pick<Edit, 'phase' | 'problem'>>): void {
  const edit = editOf(id)
  if (edit)
    replace(
      edits.map((each) => (each === edit ? { ...each, ...change } : each)),
      edit.gsid,
    )
}

/** Lets go of an edit: its goal shows again what is known of it. */
export function dropEdit(id: string): void {
  const edit = editOf(id)
  if (edit)
    replace(
      edits.filter((each) => each !== edit),
      edit.gsid,
    )
}

export const editOf = (id: string): Edit | undefined => edits.find((edit) => edit.id === id)
export const editsOf = (gsid: string): readonly Edit[] => byGoal.get(gsid) ?? none

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The edits of one goal that were asked for here and are not read back yet, oldest first. */
export function useEdits(gsid: string): readonly Edit[] {
  return useSyncExternalStore(subscribe, () => editsOf(gsid))
}
