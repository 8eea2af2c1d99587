import type { ServerEvent } from '@goalkeeper/contract/events'
import type { Asker } from '#bff/http/caller.ts'

/**
 * What somebody may hear of an event; null: nothing. Who does not see every goal hears that goals have changed but not which,
 * and of writes their own.
 */
export function toldTo({ caller, rights }: Asker, event: ServerEvent): ServerEvent | null {
  if (rights.scope === null) return event
  if (event.type === 'goals') return { type: 'goals', gsids: [], all: true }
  if (event.type === 'write') return event.write.actorId === caller.actorId ? event : null
  return event
}
