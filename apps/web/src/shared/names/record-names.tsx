import type { NamedKind } from '@goalkeeper/contract/catalogue'
import { shortId } from './shown-kind.ts'
import { useNames } from './use-names.ts'

/** The names of several records in a line; the end of an id stands for one that is not known (yet). */
export function RecordNames({ kind, ids }: { kind: NamedKind; ids: readonly string[] }) {
  const names = useNames(kind, ids)
  return <span title={ids.join(', ')}>{ids.map((id) => names.get(id) ?? shortId(id)).join(', ') || '–'}</span>
}
