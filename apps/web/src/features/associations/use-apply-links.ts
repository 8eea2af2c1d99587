import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { goalDetailQuery, readGoalVersion, type GoalVersion } from '#web/shared/api/goal-detail-query.ts'
import { dropEdit } from '#web/shared/writes/edit-store.ts'
import { startEdit } from '#web/shared/writes/start-edit.ts'
import { linksOf, nothingStaged, stillToDo, type Staged } from './staging.ts'

export type Applying =
  | { kind: 'idle' }
  | { kind: 'sending'; writeId: string }
  | { kind: 'done' }
  /** Not (all) applied, going by the goal as read from the tenant after it; or it could not be read. */
  | { kind: 'failed'; why: string; isRead: boolean }

/** Applies staged changes in one update. After a failure the goal is read from the tenant first, and only what is not so stays staged. */
export function useApplyLinks(goal: GoalVersion, staged: Staged, setStaged: (staged: Staged) => void) {
  const queryClient = useQueryClient()
  const [state, setState] = useState<Applying>({ kind: 'idle' })

  const apply = async () => {
    const { id, result } = startEdit(queryClient, {
      gsid: goal.gsid,
      content: linksOf(staged),
      etag: goal.etag,
      screen: 'links',
    })
    setState({ kind: 'sending', writeId: id })
    const end = await result
    if (end.kind === 'confirmed') {
      setStaged(nothingStaged)
      setState({ kind: 'done' })
      return
    }
    if (end.kind === 'cancelled') {
      setState({ kind: 'idle' })
      return
    }
    // The staged changes are shown here; the goal's other screens need not tell of a failed edit.
    dropEdit(id)
    const read = await readGoalVersion(goal.gsid, { fresh: true }).catch(() => null)
    if (read) {
      queryClient.setQueryData(goalDetailQuery(goal.gsid).queryKey, read)
      setStaged(stillToDo(staged, read.links))
    }
    setState({ kind: 'failed', why: end.problem.detail, isRead: read !== null })
  }

  return { state, apply, forget: () => setState({ kind: 'idle' }) }
}
