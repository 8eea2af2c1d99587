import * as texts from '@goalkeeper/texts/gainsight-requests'
import type { z } from 'zod'
import { GainsightError } from './error.ts'

/**
 * Checks a request before it leaves and gives it back unchanged, or throws a refusal whose `fields` say in a sentence each
 * what to mend: a part of a goal by its name (`Name`, `CTA`), anything else by its path (`where.conditions.0.alias`).
 */
export function checkRequest<Request>(schema: z.ZodType<Request>, request: unknown): Request {
  const checked = schema.safeParse(request, { error: sentenceFor })
  if (checked.success) return checked.data
  const fields = new Map<string, string>()
  for (const { path, message } of checked.error.issues) {
    const field = fieldAt(path)
    if (!fields.has(field)) fields.set(field, message)
  }
  throw new GainsightError([...fields.values()].join(' '), {
    kind: 'refused',
    outcome: 'not-applied',
    fields: Object.fromEntries(fields),
  })
}

/** `requests.0.record.Name` is Name, `requests.0.association.CTA.3` is CTA, `requests.0.association` is association. */
function fieldAt(path: readonly PropertyKey[]): string {
  const [outer, index, block, field] = path.map(String)
  if (outer === 'requests' && index === '0') return field ?? block ?? 'request'
  return path.map(String).join('.') || 'request'
}

/** The sentence for an issue whose schema brings none of its own. */
function sentenceFor(issue: z.core.$ZodRawIssue): string | undefined {
  const field = fieldAt(issue.path ?? [])
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? texts.isMissing(field)
        : texts.mustBe(field, typeNames[issue.expected] ?? issue.expected)
    case 'too_small':
      return isCounted(issue.origin) ? texts.mustNotBeEmpty(field) : texts.mustBeOrMore(field, issue.minimum)
    case 'too_big':
      return isCounted(issue.origin)
        ? texts.mustBeNoLongerThan(field, issue.maximum)
        : texts.mustBeOrLess(field, issue.maximum)
    case 'invalid_format':
      return formatSentences[issue.format]?.(field)
    case 'invalid_value':
      return texts.mustBeOneOf(field, issue.values.map(String).join(texts.orBetween))
    case 'unrecognized_keys':
      return texts.doesNotTake(field, issue.keys.join(', '))
    case 'invalid_key':
      return texts.isANameThatIsEmpty(field)
    case 'invalid_union':
      return texts.doesNotTakeAValueOf(field)
    default:
      return undefined
  }
}

function isCounted(origin: string): boolean {
  return origin === 'string' || origin === 'array'
}

const typeNames: Record<string, string> = {
  string: 'text',
  number: texts.aNumber,
  int: texts.aWholeNumber,
  boolean: texts.trueOrFalse,
  array: texts.aList,
  object: texts.anObject,
  record: texts.anObject,
}

const formatSentences: Record<string, (field: string) => string> = {
  date: (field) => texts.mustBeADay(field),
  gsid: (field) => texts.holdsSomethingThatIsNotA(field),
}
