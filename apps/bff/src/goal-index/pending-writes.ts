import type { GoalRow } from '@goalkeeper/contract/goals'
import type { Write } from '@goalkeeper/contract/writes'
import type { GoalIndexNeeds } from './needs.ts'

type Pending = NonNullable<GoalRow['write']>

/** The newest unsettled write of each goal, as the gateway tells it, so that a list of goals need not ask. */
export type PendingWrites = {
  of: (gsid: string) => Pending | null
  start: () => Promise<void>
  stop: () => void
}

export function createPendingWrites({ events, gateway }: Pick<GoalIndexNeeds, 'events' | 'gateway'>): PendingWrites {
  const pending = new Map<string, Map<string, Pending>>()
  const note = ({ id, gsid, state }: Write) => {
    if (gsid === null) return
    const ofGoal = pending.get(gsid) ?? new Map<string, Pending>()
    if (state === 'waiting' || state === 'sent' || state === 'unknown') ofGoal.set(id, { id, state })
    else ofGoal.delete(id)
    if (ofGoal.size > 0) pending.set(gsid, ofGoal)
    else pending.delete(gsid)
  }
  const off = events.on((event) => {
    if (event.type === 'write') note(event.write)
  })
  return {
    of: (gsid) => [...(pending.get(gsid)?.values() ?? [])].at(-1) ?? null,
    async start() {
      for (const write of await gateway.listWrites()) note(write)
    },
    stop: off,
  }
}
