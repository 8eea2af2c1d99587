import { z } from 'zod'

const gsidPattern = /^[0-9A-Z]{36}$/

/** A tenant-wide record id: 36 digits and capital letters. Every id printed in the reference has this form (1.6). */
export const gsidSchema = z.string().regex(gsidPattern, {
  error: (issue) => `${JSON.stringify(issue.input)} is not a Gsid: 36 digits and capital letters.`,
})

export function isGsid(value: unknown): value is string {
  return typeof value === 'string' && gsidPattern.test(value)
}

/** The first half names the object within its tenant, and one picklist's items share it (reference 1.6). */
export function keyPrefixOf(gsid: string): string {
  return gsid.slice(0, 18)
}

const kindByStart = {
  '1P01': 'user',
  '1P02': 'company',
  '1P05': 'relationship',
  '1P06': 'relationship type',
  '1C01': 'person',
  '1S01': 'CTA',
  '1S02': 'success plan',
  '1CG0': 'goal',
} as const
export type RecordKind = (typeof kindByStart)[keyof typeof kindByStart]

/** Which kind of record an id stands for, from its first four characters; null where they tell nothing. */
export function kindOfGsid(gsid: string): RecordKind | null {
  const start = gsid.slice(0, 4)
  return start in kindByStart ? kindByStart[start as keyof typeof kindByStart] : null
}
