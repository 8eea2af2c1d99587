import type { Call } from './call.ts'

/** The rows as they stand, or in another order at every call, so that pages repeat rows and leave others out. */
export function pageOrder<T>({ switches, random }: Call, rows: readonly T[]): readonly T[] {
  if (switches.pageOrder === 'stable') return rows
  const mixed = [...rows]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.int(0, last)
    ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
  }
  return mixed
}
