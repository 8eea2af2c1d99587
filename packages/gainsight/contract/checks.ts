import type { Check } from './check.ts'
import { createChecks } from './create-checks.ts'
import { gatewayChecks } from './gateway-checks.ts'
import { goalFilterChecks } from './goal-filter-checks.ts'
import { goalPageChecks } from './goal-page-checks.ts'
import { lookupChecks } from './lookup-checks.ts'
import { updateChecks } from './update-checks.ts'

/** The checks to run, in order: all that read, those that update a goal where one is named, those that create where asked for. */
export function contractChecks({ goal, creates }: { goal: string | null; creates: boolean }): Check[] {
  return [
    ...goalPageChecks,
    ...goalFilterChecks,
    ...lookupChecks,
    ...gatewayChecks,
    ...(goal === null ? [] : updateChecks(goal)),
    ...(creates ? createChecks : []),
  ]
}
