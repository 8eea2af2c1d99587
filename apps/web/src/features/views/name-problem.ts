import type { ApiError } from '#web/shared/api/api-error.ts'

/** What a refusal says of the name, which stands at its field, or of something else. */
export function nameProblem(error: ApiError | null): { name: string | null; other: string | null } {
  const name = error?.fields['name'] ?? null
  return { name, other: name === null ? (error?.detail ?? null) : null }
}
