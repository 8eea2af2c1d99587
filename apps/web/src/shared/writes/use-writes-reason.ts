import * as texts from '@goalkeeper/texts/writes-first'
import type { StatusReport } from '@goalkeeper/contract/status'
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../api/status-query.ts'
import { useMay } from '../api/use-may.ts'

/**
 * Why this person can write nothing now, in a sentence for the tooltip of what is switched off; null when writing is possible.
 * `change`: many goals at once.
 */
export function useWritesReason(permission: 'write' | 'change' = 'write'): string | null {
  const { data = null } = useQuery({ ...statusQuery(), select: reasonIn })
  // What others can write is no news for someone who may not.
  return useMay(permission) ?? data
}

const reasonIn = ({ writes }: StatusReport) =>
  writes.allowed ? null : (writes.reason ?? texts.writingToThisTenantIsSwitched)
