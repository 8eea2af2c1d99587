import { type FilterTree, filterTreeSchema } from '@goalkeeper/filter/tree'

/** The filter in the address of a list; null when there is none. */
export function filterInAddress(text: string): FilterTree | null {
  try {
    const filter: unknown = JSON.parse(new URL(text.trim(), 'http://here').searchParams.get('filter') ?? '')
    return filterTreeSchema.safeParse(filter).data ?? null
  } catch {
    return null
  }
}
