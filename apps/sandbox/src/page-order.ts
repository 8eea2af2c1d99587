import { createRandom } from './seed/random.ts'
import type { Switches } from './switches.ts'

let shuffles = 0

/** The rows as they stand, or in another order at every call, so that pages repeat rows and leave others out. */
export function pageOrder<T>({ pageOrder: order }: Pick<Switches, 'pageOrder'>, rows: readonly T[]): readonly T[] {
  if (order === 'stable') return rows
  shuffles += 1
  const random = createRandom(`order ${shuffles}`)
  const mixed = [...rows]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.int(0, last)
    ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
  }
  return mixed
}
