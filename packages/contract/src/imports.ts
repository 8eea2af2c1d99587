import { filterTreeSchema } from '@goalkeeper/filter/tree'
import { customValueSchema, entityTypes } from '@goalkeeper/gainsight/goal-parts'
import { gsidSchema } from '@goalkeeper/gainsight/gsid'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { differenceSchema } from './changes.ts'
import { importOutcomes } from './import-outcomes.ts'

/** An import has at most so many rows, columns and bytes. */
export const mostRows = 50_000
export const mostColumns = 200
export const mostBytes = 20 * 1024 * 1024

/** Fields that a create takes and an update does not. */
export const createOnlyFields: readonly string[] = ['TemplateId', 'RelationshipTypeId']

/** How the dates of a file are written; `iso` is read whatever is chosen, and so are the date cells of a workbook. */
export const dateFormats = ['iso', 'day-month-year', 'month-day-year', 'words'] as const

/** What a column of the file holds. */
export const columnTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing') }),
  /** The Gsid of a goal that is there. */
  z.strictObject({ kind: z.literal('gsid') }),
  /**
   * How the goal was when it was exported, by which a row is refused whose goal has moved on since: the goal's ETag (with or without its
   * quotes), which tells of the fields that the row touches, or its ModifiedDate as an ISO instant or epoch milliseconds. Empty: not checked.
   */
  z.strictObject({ kind: z.literal('version') }),
  /** A field of the goal, by the name that a write gives it (Name, StatusName, DueDate, Description, TemplateId, `…__gc`). */
  z.strictObject({ kind: z.literal('field'), field: z.string() }),
  /**
   * What the goal hangs on, found by one of its own fields: Gsid, Name, or any other that is known of it. A column with its Gsid may stand
   * beside one with its name: where both are filled they have to mean the same.
   */
  z.strictObject({ kind: z.literal('parent'), entityType: z.enum(entityTypes), by: z.string() }),
  /** Gsids of CTAs or success plans to link, several apart by `;`. */
  z.strictObject({ kind: z.literal('links'), link: z.enum(['CTA', 'SP']) }),
])
export type ColumnTarget = z.infer<typeof columnTargetSchema>

export const mappingSchema = z.strictObject({
  /** One for each column of the file, in its order. */
  columns: z.array(columnTargetSchema).max(mostColumns),
  /** Values for every row that has none of its own, by field. */
  constants: z.record(z.string(), customValueSchema).default({}),
  dates: z.enum(dateFormats).default('iso'),
  /** Decimal sign of numbers. */
  decimal: z.enum(['.', ',']).default('.'),
  /** Whether an empty cell leaves the field of a goal that is there as it is, or empties it. */
  empty: z.enum(['keep', 'clear']).default('keep'),
  /**
   * How goals that are there are found. A Gsid in a row always counts. Rows without one are found by name and parent; with `gsid` they are new
   * goals, but ambiguous where a goal of their name and parent is there; with `never` every row is a new goal.
   */
  match: z.enum(['gsid', 'name-and-parent', 'never']).default('name-and-parent'),
  /**
   * The rows are goals for each company of a filter, in the place of a parent in the file. The filter speaks of companies (`CompanyId`,
   * `CompanyName` and the attributes `CompanyId__gr.…`), because it also selects those that have no goal.
   */
  forEachCompany: z.strictObject({ filter: filterTreeSchema.nullable() }).nullable().default(null),
})
export type Mapping = z.infer<typeof mappingSchema>

export const importOutcomeSchema = z.enum(importOutcomes)
export type ImportOutcome = z.infer<typeof importOutcomeSchema>

export const cellProblemSchema = z.object({
  /** The column's place in the file from 0; null for what concerns the row. */
  column: z.number().nullable(),
  value: z.string(),
  /** A sentence that says what to mend. */
  reason: z.string(),
  /** Values that may have been meant, best first. */
  suggestions: z.array(z.object({ value: z.string(), label: z.string(), hint: z.string().nullable() })),
})
export type CellProblem = z.infer<typeof cellProblemSchema>

export const importRowSchema = z.object({
  /** As a spreadsheet numbers it: the header is row 1. */
  row: z.number(),
  /** Of the goals of a row, which are several where it is one for each company of a filter: its place, from 0. */
  place: z.number(),
  cells: z.array(z.string()),
  /** Columns whose cell was corrected here. */
  corrected: z.array(z.number()),
  outcome: importOutcomeSchema.nullable(),
  gsid: z.string().nullable(),
  name: z.string().nullable(),
  parentName: z.string().nullable(),
  differences: z.array(differenceSchema),
  problems: z.array(cellProblemSchema),
})
export type ImportRow = z.infer<typeof importRowSchema>

/** A value of a column that a person has to decide on once for all rows that have it. */
export const openDecisionSchema = z.object({
  column: z.number(),
  value: z.string(),
  rows: z.number(),
  reason: z.string(),
  suggestions: z.array(z.object({ value: z.string(), label: z.string(), hint: z.string().nullable() })),
  /** What was decided: the Gsid or the value to take; null while nothing was. */
  decided: z.string().nullable(),
})
export type OpenDecision = z.infer<typeof openDecisionSchema>

/** What a value of a column stands for: the Gsid or the value to take; null takes a decision back. */
export const decisionSchema = z.strictObject({
  column: z.int().min(0),
  value: z.string(),
  decided: z.string().max(1_000).nullable(),
})
export type Decision = z.infer<typeof decisionSchema>

export const importSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  /** Of a workbook with several. */
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  rows: z.number(),
  /** What a person should know of how the file was read, in sentences. */
  notices: z.array(z.string()),
  mapping: mappingSchema,
  /** The mapping was remembered from a file of the same columns. */
  remembered: z.boolean(),
  /** What keeps the mapping from being checked, by column or constant; empty when it can be. */
  mappingProblems: z.array(z.object({ column: z.number().nullable(), reason: z.string() })),
  /** Goals by what they come to. Null until the mapping holds together and every row has been checked. */
  counts: z.record(importOutcomeSchema, z.number()).nullable(),
  decisions: z.array(openDecisionSchema),
  createdBy: z.string(),
  createdAt: z.number(),
  /** The change set that it was made into. */
  changeSet: z.string().nullable(),
})
export type Import = z.infer<typeof importSchema>

const idParams = z.object({ id: z.uuid() })

/**
 * `POST` with the file as body (text/csv, text/tab-separated-values, or a workbook), its name as `?name=` and perhaps
 * `?sheet=`: answers with an import whose mapping is guessed, or remembered, and checked.
 */
export const importUploadPath = '/api/imports'

export const listImports = endpoint({
  method: 'GET',
  path: '/api/imports',
  needs: 'change',
  summary: 'Imports that were not made into a change set yet, newest first.',
  result: z.object({ imports: z.array(importSchema) }),
})

export const readImport = endpoint({
  method: 'GET',
  path: '/api/imports/:id',
  needs: 'change',
  summary: 'One import: its columns, how they are read, and what the rows come to.',
  params: idParams,
  result: importSchema,
})

export const saveMapping = endpoint({
  method: 'PUT',
  path: '/api/imports/:id/mapping',
  needs: 'change',
  summary: 'Says what the columns hold, checks every row anew and remembers it for files of these columns.',
  params: idParams,
  body: mappingSchema,
  result: importSchema,
})

export const decideImport = endpoint({
  method: 'PUT',
  path: '/api/imports/:id/decisions',
  needs: 'change',
  summary:
    'Decides once what values stand for in all rows that have them; null takes a decision back. Every row is checked anew.',
  params: idParams,
  body: z.strictObject({ decisions: z.array(decisionSchema).min(1).max(1_000) }),
  result: importSchema,
})

export const queryImportRows = endpoint({
  method: 'POST',
  path: '/api/imports/:id/rows',
  needs: 'change',
  summary: 'A window of the rows, all or those of one outcome.',
  params: idParams,
  body: z.strictObject({
    outcome: importOutcomeSchema.optional(),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(500).default(100),
  }),
  result: z.object({ rows: z.array(importRowSchema), total: z.number() }),
})

export const saveImportRow = endpoint({
  method: 'PUT',
  path: '/api/imports/:id/rows/:row',
  needs: 'change',
  summary: 'Corrects cells of one row, by the place of their column, or says which goal it is.',
  params: z.object({ id: z.uuid(), row: z.coerce.number().int().min(1) }),
  body: z.strictObject({
    cells: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(131_072)).optional(),
    gsid: gsidSchema.nullable().optional(),
  }),
  result: importRowSchema,
})

export const importToChangeSet = endpoint({
  method: 'POST',
  path: '/api/imports/:id/change-set',
  needs: 'change',
  summary: 'Makes the rows that create or update goals into a draft of a change set; the others stay behind.',
  params: idParams,
  result: z.object({ changeSet: z.string() }),
})

export const deleteImport = endpoint({
  method: 'DELETE',
  path: '/api/imports/:id',
  needs: 'change',
  summary: 'Throws an import away. A change set that was made of it stays.',
  params: idParams,
  result: z.object({ deleted: z.literal(true) }),
})

/** Every problem by row, column, value and reason, as CSV. */
export const importProblemsPath = '/api/imports/:id/problems.csv'
