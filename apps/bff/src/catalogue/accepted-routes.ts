import * as common from '@goalkeeper/texts/server/common'
import type { CapabilityName } from '../connection/capability-texts.ts'
import type { Connection } from '../connection/connection.ts'
import { isRefusal } from './narrow-select.ts'
import { isNoAnswer, isTenantAway } from './no-answer.ts'

/** One of several ways to the same thing, with the capability that says whether this tenant has it. */
export type Way<T> = { capability: CapabilityName; run: () => Promise<T> }

/**
 * Takes the first way that the tenant offers, in the order of the reference. A way that is refused is remembered as absent
 * and not tried again until the next probe; one that fails otherwise is passed over this time. Null: there is none, and
 * people see raw ids. Throws when there may be one, and none answered.
 */
export async function firstOffered<T>(
  connection: Pick<Connection, 'known' | 'learn'>,
  ways: readonly Way<T>[],
): Promise<T | null> {
  let failure: unknown = null
  for (const { capability, run } of ways) {
    if (connection.known(capability) === 'no') continue
    try {
      return await run()
    } catch (error) {
      if (isTenantAway(error) || !isNoAnswer(error)) throw error
      if (isRefusal(error)) {
        await connection.learn({ [capability]: { state: 'no', found: common.refusedSaying(error.message) } })
      } else {
        failure ??= error
      }
    }
  }
  if (failure) throw failure
  return null
}
