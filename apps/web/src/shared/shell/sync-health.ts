import type { Budget, Sync } from '@goalkeeper/contract/status'

/** Data is older than it should be after five missed rounds, and never before two minutes. */
export function staleAfterSeconds({ intervalSeconds }: Pick<Sync, 'intervalSeconds'>): number {
  return Math.max(120, 5 * intervalSeconds)
}

/** Whether the tenant has been silent for longer than it should; `now` in epoch milliseconds. */
export function isStale(sync: Sync, now: number): boolean {
  return sync.answeredAt !== null && (now - sync.answeredAt) / 1000 > staleAfterSeconds(sync)
}

/** When the quiet hours are over, while they last: until then silence is what was asked for. */
export function quietUntil({ quietUntil: until }: Pick<Budget, 'quietUntil'>, now: number): number | null {
  return until !== null && until > now ? until : null
}
