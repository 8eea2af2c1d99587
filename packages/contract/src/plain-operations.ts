/** Calls that read and have no contract of their own, by the names that a token may be limited to. */
export const plainOperations = [
  'events',
  'exportActivity',
  'exportChangeSet',
  'exportReview',
  'metrics',
  'openapi',
] as const
/** Calls of imports that have no contract of their own, by the names that a token may be limited to; they need `change`. */
export const plainImportOperations = ['uploadImport', 'exportImportProblems'] as const
export type PlainOperation = (typeof plainOperations)[number] | (typeof plainImportOperations)[number]
