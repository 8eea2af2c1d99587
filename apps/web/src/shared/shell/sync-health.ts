import type { Sync } from '@goalkeeper/contract/connection'

/** Data is older than it should be after five missed rounds, and never before two minutes. */
export function staleAfterSeconds({ intervalSeconds }: Pick<Sync, 'intervalSeconds'>): number {
  return Math.max(120, 5 * intervalSeconds)
}

/** Whether the tenant has been silent for longer than it should; `now` in epoch milliseconds. */
export function isStale(sync: Sync, now: number): boolean {
  return sync.answeredAt !== null && (now - sync.answeredAt) / 1000 > staleAfterSeconds(sync)
}
