import { switchedOn } from '@goalkeeper/filter/switched-off'
import { type FilterTree, keptFilterSchema } from '@goalkeeper/filter/tree'

/** The filter at work in the address of a list; null when there is none. */
export function filterInAddress(text: string): FilterTree | null {
  try {
    const filter: unknown = JSON.parse(new URL(text.trim(), 'http://here').searchParams.get('filter') ?? '')
    return switchedOn(keptFilterSchema.safeParse(filter).data ?? null)
  } catch {
    return null
  }
}
