import { importOutcomes } from '@goalkeeper/contract/import-outcomes'
import { z } from 'zod'

export const importParts = ['columns', 'values', 'all', ...importOutcomes] as const
export type ImportPart = (typeof importParts)[number]

/** What the address of an import says: which part of it is shown. What makes no sense is left out. */
export const importSearch = z.object({ part: z.enum(importParts).optional().catch(undefined) })
export type ImportSearch = z.infer<typeof importSearch>
