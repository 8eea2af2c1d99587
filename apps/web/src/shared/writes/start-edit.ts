import type { Screen } from '@goalkeeper/contract/screens'
import type { QueryClient } from '@tanstack/react-query'
import { ApiError, asApiError } from '../api/api-error.ts'
import { readGoalVersion } from '../api/goal-detail-query.ts'
import { statusQuery } from '../api/status-query.ts'
import { addEdit, changeEdit, dropEdit, editOf, editsOf, type Edit, type EditContent } from './edit-store.ts'
import { awaitOutcome, refusal, sendWrite } from './send-write.ts'
import { assumedClearBy, cannotClear, stuckFields, updateBody } from './update-body.ts'
import { takeBack } from './write-query.ts'

export type EditResult = { kind: 'confirmed' } | { kind: 'cancelled' } | { kind: 'unsaved'; problem: ApiError }

/** The newest edit of each goal: edits of one goal go one after the other. */
const lastOf = new Map<string, Promise<unknown>>()

type Asked = {
  gsid: string
  content: EditContent
  /** The version that the person saw. Refused with `changed-elsewhere` when a field or link that it touches has moved since. */
  etag: string | null
  screen: Screen
}

/**
 * Sends an update and keeps it in the edit store until it is confirmed and read back, so that every screen shows it and how far it has come.
 * An edit that failed before in the same fields makes way. Resolves at the end; an unknown outcome is waited out.
 */
export function startEdit(
  queryClient: QueryClient,
  { gsid, content, etag, screen }: Asked,
): { id: string; result: Promise<EditResult> } {
  const id = crypto.randomUUID()
  for (const edit of editsOf(gsid)) if (isLeftOver(edit) && touches(edit.content, content)) dropEdit(edit.id)
  const earlier = editsOf(gsid).length > 0 ? lastOf.get(gsid) : undefined
  addEdit({ id, gsid, content, screen, phase: 'sending', problem: null })
  const result = (async () => {
    await earlier
    // What an edit of our own changed meanwhile is no surprise to the person who made both.
    const version = earlier ? (await readGoalVersion(gsid).catch(() => null))?.etag : etag
    return run(queryClient, { id, gsid, content, etag: version ?? null, screen })
  })()
  lastOf.set(gsid, result)
  return { id, result }
}

/** Sends an edit again that was not applied, on top of the goal as it is known now. */
export async function sendAgain(queryClient: QueryClient, id: string): Promise<EditResult | null> {
  const edit = editOf(id)
  if (!edit) return null
  changeEdit(id, { phase: 'sending', problem: null })
  const version = await readGoalVersion(edit.gsid).catch(() => null)
  dropEdit(id)
  const { gsid, content, screen } = edit
  return startEdit(queryClient, { gsid, content, etag: version?.etag ?? null, screen }).result
}

/** Takes an edit back that still waits for its slot. Nothing happens when it has just been sent. */
export async function cancelEdit(id: string): Promise<void> {
  const edit = editOf(id)
  if (!edit) return
  await takeBack(id, edit.screen).catch((error: unknown) => {
    if (asApiError(error).code !== 'conflict') throw error
  })
}

async function run(
  queryClient: QueryClient,
  { id, gsid, content, etag, screen }: Asked & { id: string },
): Promise<EditResult> {
  const clearBy = await queryClient.ensureQueryData(statusQuery()).then(
    ({ writes }) => writes.clearBy,
    () => assumedClearBy,
  )
  const stuck = stuckFields(content, clearBy)
  if (Object.keys(stuck).length > 0) return unsaved(queryClient, id, gsid, refusal('invalid', cannotClear, stuck))
  const order = { id, kind: 'update', body: updateBody(gsid, content, clearBy), etag, screen } as const
  try {
    await sendWrite(queryClient, order).catch((error: unknown) => {
      const problem = asApiError(error)
      if (problem.code !== 'outcome-unknown') throw problem
      changeEdit(id, { phase: 'unknown', problem })
      return awaitOutcome(queryClient, id)
    })
  } catch (error) {
    return unsaved(queryClient, id, gsid, asApiError(error))
  }
  changeEdit(id, { phase: 'confirmed', problem: null })
  await readBack(queryClient, gsid)
  dropEdit(id)
  return { kind: 'confirmed' }
}

async function unsaved(queryClient: QueryClient, id: string, gsid: string, problem: ApiError): Promise<EditResult> {
  if (problem.code === 'cancelled') {
    dropEdit(id)
    return { kind: 'cancelled' }
  }
  if (problem.code === 'changed-elsewhere') {
    changeEdit(id, { phase: 'changed-elsewhere', problem })
    await readBack(queryClient, gsid)
  } else changeEdit(id, { phase: 'failed', problem })
  return { kind: 'unsaved', problem }
}

/** Reads what the screens show of a goal, so that nothing flickers when the edit that covers it goes. */
async function readBack(queryClient: QueryClient, gsid: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['goals', 'detail', gsid] }),
    queryClient.invalidateQueries({ queryKey: ['goals', 'changes', gsid] }),
    queryClient.invalidateQueries({ queryKey: ['goals', 'list'] }),
  ]).catch(() => undefined)
}

const isLeftOver = ({ phase }: Edit) => phase === 'failed' || phase === 'changed-elsewhere'

function touches(one: EditContent, other: EditContent): boolean {
  const fields = Object.keys(other.record ?? {})
  return Object.keys(one.record ?? {}).some((field) => fields.includes(field))
}
