import { z } from 'zod'

const rowSchema = z
  .object({ Gsid: z.string(), Name: z.string() })
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** A goal with its links, or a record of another object, as it has become; or the id of a record that was deleted. */
export const changeSchema = z.union([
  z.object({ record: rowSchema, links: z.object({ CTA: z.array(z.string()), SP: z.array(z.string()) }) }),
  z.object({ object: z.string(), record: rowSchema }),
  z.object({ removed: z.string() }),
])
export type Change = z.infer<typeof changeSchema>

/** The first line of a file of changes. It only holds what differs from what this seed generates, so it is of no use to another tenant. */
export const headerSchema = z.object({
  sandbox: z.literal(1),
  seed: z.number(),
  goals: z.number(),
  anchor: z.string(),
})
export type Header = z.infer<typeof headerSchema>

export type TenantIdentity = Omit<Header, 'sandbox'>

export function changedRecord(change: Change): string {
  return 'removed' in change ? change.removed : change.record.Gsid
}
