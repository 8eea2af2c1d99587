import { createHash } from 'node:crypto'
import type { FieldValue } from '@goalkeeper/contract/goals'

/**
 * A goal as the tenant holds it: its own fields (no resolved names, no derived ones) by the tenant's name, and its links.
 * A missing key, null, an empty text and an empty list all mean empty.
 */
export type GoalVersion = { fields: Record<string, FieldValue | undefined>; CTA: string[]; SP: string[] }

/** What a version holds, one entry for each field that is not empty and for each link (`CTA/1S01…`), in comparable text. */
export type Traits = Map<string, string>

/** The value of a link that is there. */
export const linked = 'linked'

export function traitsOf({ fields, CTA, SP }: GoalVersion): Traits {
  const traits: Traits = new Map()
  for (const [name, value] of Object.entries(fields)) {
    const text = comparable(value)
    if (text !== null) traits.set(name, text)
  }
  for (const gsid of CTA) traits.set(`CTA/${gsid}`, linked)
  for (const gsid of SP) traits.set(`SP/${gsid}`, linked)
  return traits
}

/** One trait of a version, as `traitsOf` gives it; null where it has none of that name. */
export function traitOf({ fields, CTA, SP }: GoalVersion, name: string): string | null {
  const [kind, gsid] = name.split('/')
  if (gsid === undefined) return comparable(fields[name])
  return (kind === 'CTA' ? CTA : SP).includes(gsid) ? linked : null
}

/** A value in the text in which two are compared; null when it is empty. */
export function comparable(value: FieldValue | undefined): string | null {
  if (value === null || value === undefined) return null
  const text = Array.isArray(value) ? value.join(';') : String(value)
  return text.trim() || null
}

const nameLength = 4
const valueLength = 6

/**
 * The ETag of a goal: a short digest of each trait. Because every trait has its own, a later `If-Match` tells which of
 * them moved without anybody keeping the old version.
 */
export function etagOf(version: GoalVersion): string {
  const digests = [...traitsOf(version)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => Buffer.concat([digest(name, nameLength), digest(value, valueLength)]))
  return `"${Buffer.concat(digests).toString('base64url')}"`
}

export function isEtag(text: string): boolean {
  return readEtag(text) !== null
}

/** Which of the touched traits differ between an ETag and the goal as it is now; null for an ETag that is none of ours. */
export function movedSince(etag: string, current: GoalVersion, touched: Iterable<string>): string[] | null {
  const before = readEtag(etag)
  if (!before) return null
  const now = traitsOf(current)
  return [...touched].filter((name) => {
    const value = now.get(name)
    const valueDigest = value === undefined ? undefined : digest(value, valueLength).toString('hex')
    return before.get(digest(name, nameLength).toString('hex')) !== valueDigest
  })
}

function readEtag(etag: string): Map<string, string> | null {
  const text = /^(?:W\/)?"([\w-]*)"$/.exec(etag.trim())?.[1]
  if (text === undefined) return null
  const bytes = Buffer.from(text, 'base64url')
  const length = nameLength + valueLength
  if (bytes.length % length !== 0) return null
  const digests = new Map<string, string>()
  for (let at = 0; at < bytes.length; at += length) {
    const name = bytes.subarray(at, at + nameLength).toString('hex')
    digests.set(name, bytes.subarray(at + nameLength, at + length).toString('hex'))
  }
  return digests
}

function digest(text: string, length: number): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, length)
}
