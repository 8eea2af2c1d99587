import { createHash } from 'node:crypto'
import type { FieldValue } from '@goalkeeper/contract/goals'

/**
 * A goal as the tenant holds it: its own fields (no resolved names, no derived ones) by the tenant's name, and its links.
 * A missing key, null, an empty text and an empty list all mean empty.
 */
export type GoalVersion = { fields: Record<string, FieldValue | undefined>; CTA: string[]; SP: string[] }

const nameLength = 4
const valueLength = 6

/**
 * The ETag of a goal: a short digest of each field and of each kind of link. Because every field has its own, a later
 * `If-Match` tells which of them moved without anybody keeping the old version.
 */
export function etagOf(version: GoalVersion): string {
  const digests = [...valuesOf(version)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => Buffer.concat([digest(name, nameLength), digest(value, valueLength)]))
  return `"${Buffer.concat(digests).toString('base64url')}"`
}

/** Which of the touched fields (or CTA, SP) differ between an ETag and the goal as it is now; null for an ETag of another kind. */
export function movedSince(etag: string, current: GoalVersion, touched: Iterable<string>): string[] | null {
  const before = readEtag(etag)
  if (!before) return null
  const now = valuesOf(current)
  return [...touched].filter((name) => {
    const value = now.get(name)
    return (
      before.get(digest(name, nameLength).toString('hex')) !== (value && digest(value, valueLength).toString('hex'))
    )
  })
}

function readEtag(etag: string): Map<string, string> | null {
  const text = /^(?:W\/)?"([\w-]*)"$/.exec(etag.trim())?.[1]
  const bytes = Buffer.from(text ?? '', 'base64url')
  const length = nameLength + valueLength
  if (text === undefined || bytes.length % length !== 0) return null
  const digests = new Map<string, string>()
  for (let at = 0; at < bytes.length; at += length) {
    digests.set(
      bytes.subarray(at, at + nameLength).toString('hex'),
      bytes.subarray(at + nameLength, at + length).toString('hex'),
    )
  }
  return digests
}

/** The values that are not empty, in one form each, by field name; links under CTA and SP whatever their order. */
function valuesOf({ fields, CTA, SP }: GoalVersion): Map<string, string> {
  const all = { ...fields, CTA: CTA.toSorted(), SP: SP.toSorted() }
  return new Map(
    Object.entries(all).flatMap(([name, value]) => {
      const text = plainValue(value)
      return text === null ? [] : [[name, text] as const]
    }),
  )
}

/** A value in the form in which two are compared; null when it is empty. */
export function plainValue(value: FieldValue | undefined): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : JSON.stringify(value)
  return String(value)
}

function digest(text: string, length: number): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, length)
}
