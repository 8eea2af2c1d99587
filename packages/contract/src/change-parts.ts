// Apart from the calls of change sets, so that a page can name a part in its address without the script of all their schemas.

/** A change set has at most so many goals: what the tenant lets through in a day. */
export const mostGoals = 50_000

export const rowStates = ['queued', 'sent', 'confirmed', 'failed', 'unknown', 'skipped'] as const

/** Parts of the preview and of the ledger. `meanwhile`: skipped because the goal changed since the preview. */
export const rowParts = ['all', 'problems', 'excluded', 'meanwhile', ...rowStates] as const
