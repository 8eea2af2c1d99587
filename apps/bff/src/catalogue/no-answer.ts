import { GainsightError } from '@goalkeeper/gainsight/error'
import { AppError } from '../http/app-error.ts'

/** The tenant did not answer as it should, or calls are stopped: no fault of ours. */
export const isNoAnswer = (error: unknown): boolean => error instanceof GainsightError || error instanceof AppError

/** No call would be answered now. Every other failure is of the one call only, and the next may do. */
export function isTenantAway(error: unknown): boolean {
  if (error instanceof GainsightError) return error.kind === 'unreachable' || error.kind === 'throttled'
  return error instanceof AppError
}

/** Does one thing after the other, whatever becomes of each, as long as the tenant is there. Throws what went wrong first. */
export async function eachOnItsOwn(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = []
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      if (isTenantAway(error) || !isNoAnswer(error)) throw error
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
}
