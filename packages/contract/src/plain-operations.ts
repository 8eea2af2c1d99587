import type { Permission } from './policy.ts'

/** Calls without a contract of their own, by the names that a token may be limited to, and what each needs. */
export const plainOperations = {
  events: 'read',
  exportActivity: 'read',
  exportChangeSet: 'read',
  exportGoals: 'read',
  exportReview: 'read',
  metrics: 'read',
  openapi: 'read',
  uploadImport: 'change',
  exportImportProblems: 'change',
} as const satisfies Record<string, Permission>
export type PlainOperation = keyof typeof plainOperations
