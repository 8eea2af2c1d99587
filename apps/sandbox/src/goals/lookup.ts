import { z } from 'zod'
import { GoalRefusal } from '../refusal.ts'
import type { Switches } from '../switches.ts'
import type { FieldValue } from '../tenant/field.ts'
import { fieldOf } from '../tenant/path.ts'
import { findTable, type Tenant } from '../tenant/tenant.ts'

const lookupSchema = z.looseObject({
  fields: z.record(z.string(), z.string()).refine((fields) => Object.keys(fields).length > 0),
  lookupField: z.string(),
  objectName: z.string(),
  multiMatchOption: z.enum(['FIRSTMATCH', 'MARKASERROR']),
  onNoMatch: z.enum(['NULLABLE', 'DEFAULTVALUE', 'ERROR']),
})
const lookupsSchema = z.record(z.string(), lookupSchema)

export const lookupError = (reason: string) => new GoalRefusal('INVALID_LOOKUP_CONFIG', `Lookup Error - ${reason}`)

/** What the lookups of a create found: values by target field, and the input fields that they used up. */
export interface Found {
  values: Map<string, FieldValue>
  inputs: Set<string>
}

/** Resolves every lookup block of a create (reference 2.2). Texts match exactly; the oldest record is the first match. */
export function resolveLookups(
  tenant: Tenant,
  switches: Switches,
  record: Record<string, unknown>,
  lookups: unknown,
): Found {
  const found: Found = { values: new Map(), inputs: new Set() }
  if (lookups === undefined || lookups === null) return found
  const parsed = lookupsSchema.safeParse(lookups)
  if (!parsed.success) throw lookupError('the configuration is not complete')
  for (const [target, lookup] of Object.entries(parsed.data)) {
    const targetField = fieldOf(tenant.goals.table, target, true)
    if (targetField?.type !== 'LOOKUP') throw lookupError(`${target} is not a lookup field`)
    const table = findTable(tenant, lookup.objectName)
    if (!table || targetField.lookup !== table.name)
      throw lookupError(`${lookup.objectName} is not an object that ${target} points to`)
    const matches = Object.entries(lookup.fields).map(([input, match]) => {
      const matched = fieldOf(table, match, false)
      const isAllowed = switches.parents !== 'name-lookup' || matched?.name === 'Name'
      if (!matched || !isAllowed) throw lookupError(`${lookup.objectName} cannot be matched by ${match}`)
      if (record[input] === undefined) throw lookupError(`the record has no ${input}`)
      found.inputs.add(input)
      return [matched.name, record[input]] as const
    })
    const rows = table.rows.filter((row) => matches.every(([match, value]) => row[match] === value))
    const source = fieldOf(table, lookup.lookupField, false)
    if (source?.name !== 'Gsid') throw lookupError(`${target} cannot be filled from ${lookup.lookupField}`)
    if (rows.length > 1 && lookup.multiMatchOption === 'MARKASERROR')
      throw lookupError(`more than one record matches for ${target}`)
    // No default is documented for goals, so DEFAULTVALUE has none to fall back to.
    if (rows.length === 0 && lookup.onNoMatch !== 'NULLABLE') throw lookupError(`no record matches for ${target}`)
    found.values.set(target, rows[0]?.Gsid ?? null)
  }
  return found
}
