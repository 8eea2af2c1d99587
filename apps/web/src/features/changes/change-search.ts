import { rowParts } from '@goalkeeper/contract/change-parts'
import type { ChangeState } from '@goalkeeper/contract/changes'
import { z } from 'zod'

export type RowPart = (typeof rowParts)[number]

/** What the address of a change set says: which of its goals are shown. What makes no sense is left out. */
export const changeSearch = z.object({
  part: z.enum(rowParts).optional().catch(undefined),
  // The router reads words that look like a number as one.
  q: z
    .union([z.string(), z.number().transform(String)])
    .transform((words) => words.slice(0, 200) || undefined)
    .optional()
    .catch(undefined),
})
export type ChangeSearch = z.infer<typeof changeSearch>

const draftParts = ['all', 'problems', 'excluded'] as const satisfies RowPart[]
const ledgerParts = [
  'all',
  'confirmed',
  'failed',
  'unknown',
  'skipped',
  'meanwhile',
  'queued',
] as const satisfies RowPart[]

/** The parts that can be shown, in their order: of a draft those of the preview, later those of the ledger. */
export const partsOf = (state: ChangeState): readonly RowPart[] => (state === 'draft' ? draftParts : ledgerParts)

/** The part to show. One that this state does not have any more, or not yet, is all. */
export const shownPart = ({ part = 'all' }: ChangeSearch, state: ChangeState): RowPart =>
  partsOf(state).includes(part) ? part : 'all'
