import type { Caller } from '#bff/http/caller.ts'

/** Somebody who asks, for tests that speak to a room without a request. */
export const ana: Caller = {
  actor: 'Ana',
  actorId: 'person:ana',
  email: null,
  session: 'ana',
  screen: 'panel',
  lane: 'people',
}
