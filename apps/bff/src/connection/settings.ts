import { type Settings, settingsSchema, usualPacing } from '@goalkeeper/contract/connection'
import { z } from 'zod'
import type { Database } from '../database/connect.ts'

/** Shown as columns until an admin chooses others (screens.md, Review mode). */
const usualCompanyAttributes = ['Csm__gr.Name', 'Arr', 'RenewalDate', 'Stage']

const storedSchema = settingsSchema.extend({
  /** When everything was last asked of the tenant. Epoch milliseconds. */
  probedAt: z.number().nullable(),
  /** Company attributes that describe suggests beside the usual ones, while an admin has not chosen. */
  suggestedAttributes: z.array(z.string()),
  companyAttributes: z.array(z.string()).nullable(),
})
type Stored = z.infer<typeof storedSchema>

export const initialStored: Stored = {
  addressPattern: null,
  correlationField: null,
  typedFields: [],
  companyAttributes: null,
  pacing: usualPacing,
  probedAt: null,
  suggestedAttributes: [],
}

/** What was saved, over what it is without. */
export async function loadStored({ db }: Database): Promise<Stored> {
  const rows = await db.selectFrom('connection_setting').selectAll().execute()
  return storedSchema.parse({ ...initialStored, ...Object.fromEntries(rows.map((row) => [row.name, row.value])) })
}

/** Some values; what is missing or undefined stays as it is. */
export type Changes<T> = { [Key in keyof T]?: T[Key] | undefined }

export async function store({ db }: Database, changes: Changes<Stored>): Promise<void> {
  const rows = Object.entries(changes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, value: JSON.stringify(value) }))
  if (rows.length === 0) return
  await db
    .insertInto('connection_setting')
    .values(rows)
    .onConflict((conflict) => conflict.column('name').doUpdateSet((row) => ({ value: row.ref('excluded.value') })))
    .execute()
}

export function settingsOf({ suggestedAttributes, companyAttributes, ...stored }: Stored): Settings {
  const { addressPattern, correlationField, typedFields, pacing } = stored
  return {
    addressPattern,
    correlationField,
    typedFields,
    pacing,
    companyAttributes: companyAttributes ?? [...usualCompanyAttributes, ...suggestedAttributes],
  }
}
