import { z } from 'zod'

/** One record as the tenant sends it: whatever keys it likes, in the case it likes. */
export const rowSchema = z.record(z.string(), z.unknown())
export type Row = z.infer<typeof rowSchema>

/**
 * A list, which the tenant sends as an array, as `{records: […]}`, or as null when it is empty
 * (reference 5.1: the documented and the live shape differ). Comes out as an array.
 */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z
    .union([z.array(item), z.looseObject({ records: z.array(item).nullable() }), z.null()])
    .transform((data): z.output<Item>[] => (Array.isArray(data) ? data : (data?.records ?? [])))
}

/** A list of which odd items are left out: for metadata, where one that nobody understands must not hide the others. */
export function knownItemsOf<Item extends z.ZodType>(item: Item) {
  return listOf(z.unknown()).transform((items) =>
    items.flatMap((each): z.output<Item>[] => {
      const known = item.safeParse(each)
      return known.success ? [known.data] : []
    }),
  )
}

export const rowsSchema = listOf(rowSchema)

/**
 * The value of a field of a row, whichever way the tenant wrote it: by its name in any case, a related field flat
 * (`"StatusId__gr.Name"`) or nested (`StatusId__gr: {Name}`). Undefined when the row does not have it.
 */
export function readField(row: Row, field: string): unknown {
  const direct = readKey(row, field)
  if (direct !== undefined) return direct
  const dot = field.indexOf('.')
  if (dot === -1) return undefined
  const related = rowSchema.safeParse(readKey(row, field.slice(0, dot)))
  return related.success ? readField(related.data, field.slice(dot + 1)) : undefined
}

function readKey(row: Row, key: string): unknown {
  if (Object.hasOwn(row, key)) return row[key]
  const wanted = key.toLowerCase()
  const found = Object.keys(row).find((candidate) => candidate.toLowerCase() === wanted)
  return found === undefined ? undefined : row[found]
}

/** The text of a field, or null when it is missing, empty or not text. */
export function readText(row: Row, field: string): string | null {
  const value = readField(row, field)
  return typeof value === 'string' && value !== '' ? value : null
}
