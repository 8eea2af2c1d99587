import type { FacetBucket } from '@goalkeeper/contract/goals'

/** The choices to show: those that contain the words, with the chosen ones that are not among them at first. */
export function choicesShown(
  buckets: readonly FacetBucket[],
  chosen: readonly FacetBucket[],
  search: string,
): FacetBucket[] {
  const words = search.trim().toLowerCase()
  const missing = chosen.filter(({ value }) => buckets.every((bucket) => bucket.value !== value))
  return [...missing, ...buckets].filter(
    ({ value, label, hint }) => value !== null && `${label} ${hint ?? ''}`.toLowerCase().includes(words),
  )
}

/** Values pasted as a list: one a line, or separated by tabs or semicolons. A single one is text to look for. */
export function pastedValues(text: string): string[] {
  const values = text
    .split(/[\n\r\t;]+/)
    .map((value) => value.trim())
    .filter(Boolean)
  return values.length > 1 ? [...new Set(values)] : []
}
