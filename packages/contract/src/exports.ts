import * as texts from '@goalkeeper/texts/contract'
import { isDay } from '@goalkeeper/filter/dates'
import { filterTreeSchema } from '@goalkeeper/filter/tree'
import { gsidSchema } from '@goalkeeper/gainsight/gsid'
import { z } from 'zod'
import { mostGoals } from './change-parts.ts'
import { searchTextSchema, sortKeySchema } from './goals.ts'

export const exportFormats = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A workbook has at most so many rows below its header. */
export const mostWorkbookRows = 1_048_575
/** A cell of a workbook holds at most so many characters. */
export const mostCellLetters = 32_767

/** Which goals an export holds, in which order, and what it says of them. */
export const goalExportSchema = z.strictObject({
  format: z.enum(exportFormats),
  goals: z
    .union([
      z.strictObject({ gsids: z.array(gsidSchema).min(1).max(mostGoals) }),
      /** `except`: goals that were taken out of "all matching". */
      z.strictObject({
        filter: filterTreeSchema.nullable(),
        search: searchTextSchema.optional(),
        except: z.array(gsidSchema).max(mostGoals).default([]),
      }),
    ])
    .default({ filter: null, except: [] }),
  /** As in the list: the field whose equal values stand together, above all sort keys. */
  group: sortKeySchema.nullable().default(null),
  sort: z.array(sortKeySchema).max(8).default([]),
  /** Fields in the order of their columns; without it every field. Gsid and version always stand before them. */
  columns: z.array(z.string()).min(1).max(1_000).optional(),
  /** Rich text in words, or as the HTML that it is, so that a text that is edited in a spreadsheet keeps its form. */
  richText: z.enum(['words', 'html']).default('words'),
  /** The viewer's calendar date, by which TODAY and the due buckets are read. Without it the server's. */
  today: z.iso.date().refine(isDay, texts.mustBeADayOfThe).optional(),
})
export type GoalExport = z.input<typeof goalExportSchema>

/**
 * `POST` with a `GoalExport`: answers with a file of all these goals, which the import takes back. The header `rowsHeader` says how many
 * there are; rows come by `rowsAtOnce`, and the part of a workbook that holds them ends with the bytes 00 00 FF FF of a flush each time.
 */
export const goalExportPath = '/api/goals/export'
export const rowsHeader = 'x-goalkeeper-rows'
export const rowsAtOnce = 250

/** The sheet of a workbook, and the name of the last column of a CSV, by which an import knows that it is no goal's. */
export const aboutName = 'About this file'

/** What a cell says in the place of a text that is longer than it can hold; an import leaves the field as it is. */
export const tooLongCell = (length: number): string => texts.charactersTooLongForACell(length)
export const isTooLongCell = (cell: string): boolean => /^\[\d+ characters: too long for a cell\]$/.test(cell.trim())
