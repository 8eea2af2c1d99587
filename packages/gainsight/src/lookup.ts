import * as texts from '@goalkeeper/texts/gainsight'
import { z } from 'zod'

const fieldName = z.string().min(1).max(200)

/**
 * How the tenant finds the record that an input field of a create names: it searches `objectName` for the input's
 * value in the matched field, and puts that record's `lookupField` into the target field. (customer-goals-api.txt, create sample)
 */
export const lookupSchema = z.strictObject({
  /** Input field of the record -> field of the object that it is matched with. */
  fields: z
    .record(fieldName, fieldName)
    .refine((fields) => Object.keys(fields).length > 0, texts.fieldsMustNameAtLeastOne),
  lookupField: fieldName,
  objectName: fieldName,
  multiMatchOption: z.enum(['FIRSTMATCH', 'MARKASERROR']),
  onNoMatch: z.enum(['NULLABLE', 'DEFAULTVALUE', 'ERROR']),
})
export type Lookup = z.infer<typeof lookupSchema>

/** Lookups by the field that they fill, such as CompanyId. */
export const lookupsSchema = z.record(fieldName, lookupSchema)
export type Lookups = z.infer<typeof lookupsSchema>

/** A lookup that finds a record by its own Gsid, given in `input`: the way to name one of several records of the same name. */
export function lookupByGsid({ input, objectName }: { input: string; objectName: string }): Lookup {
  return {
    fields: { [input]: 'Gsid' },
    lookupField: 'Gsid',
    objectName,
    multiMatchOption: 'FIRSTMATCH',
    onNoMatch: 'ERROR',
  }
}
