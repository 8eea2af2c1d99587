import type { z } from 'zod'
import { GainsightError } from './error.ts'

type Issue = z.core.$ZodRawIssue

/**
 * Checks a request before it leaves: gives it back as it is, or throws a refusal whose `fields` say in a sentence what
 * to mend. A field of the goal is named as such (`Name`, `CTA`), anything else by its path (`where.conditions.0.alias`).
 */
export function checkRequest<Request>(schema: z.ZodType<Request>, request: unknown): Request {
  const checked = schema.safeParse(request, { error: sentence })
  if (checked.success) return checked.data
  const fields: Record<string, string> = {}
  for (const issue of checked.error.issues) fields[fieldOf(issue.path)] ??= issue.message
  throw new GainsightError(Object.values(fields).join(' '), { kind: 'refused', outcome: 'not-applied', fields })
}

/** `requests.0.record.Name` is Name, `requests.0.association.CTA.3` is CTA, `requests.0.association` is association. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [outer, index, block, field] = path.map(String)
  if (outer === 'requests' && index === '0') return field ?? block ?? 'request'
  return path.map(String).join('.') || 'request'
}

/** A sentence for an issue that its schema has none for. */
function sentence(issue: Issue): string | undefined {
  const field = fieldOf(issue.path ?? [])
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? `${field} is missing.` : `${field} must be ${kindName(issue.expected)}.`
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `${field} must be ${issue.minimum} or more.`
        : `${field} must not be empty.`
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `${field} must be ${issue.maximum} or less.`
        : `${field} must have at most ${issue.maximum} ${issue.origin === 'string' ? 'characters' : 'items'}.`
    case 'unrecognized_keys':
      return `${field} does not take ${issue.keys.join(', ')}.`
    case 'invalid_value':
      return `${field} must be ${issue.values.map(String).join(' or ')}.`
    case 'invalid_union':
      return `${field} holds a value of a kind that it does not take.`
    default:
      return undefined
  }
}

const kindNames: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

function kindName(expected: string): string {
  return kindNames[expected] ?? expected
}
