import { z } from 'zod'

/** A record's id: 36 digits and capital letters, as every id printed in the reference is (1.6). */
export const gsidSchema = z.stringFormat('gsid', /^[0-9A-Z]{36}$/)

export function isGsid(value: unknown): value is string {
  return gsidSchema.safeParse(value).success
}

/** The first half of a Gsid names the object within its tenant; the items of one picklist share it too (reference 1.6). */
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
  '1I00': 'picklist item',
} as const
export type RecordKind = (typeof kindByStart)[keyof typeof kindByStart]

/** Which kind of record a Gsid stands for, by its first four characters; null where they tell nothing (reference 1.6). */
export function kindOfGsid(gsid: string): RecordKind | null {
  const start = gsid.slice(0, 4)
  return Object.hasOwn(kindByStart, start) ? kindByStart[start as keyof typeof kindByStart] : null
}
