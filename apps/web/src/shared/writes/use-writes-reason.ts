import type { StatusReport } from '@goalkeeper/contract/connection'
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../api/status-query.ts'

/** Why nothing can be written now, in a sentence for the tooltip of what is switched off; null when writing is possible. */
export function useWritesReason(): string | null {
  const { data = null } = useQuery({ ...statusQuery(), select: reasonIn })
  return data
}

const reasonIn = ({ writes }: StatusReport) =>
  writes.allowed ? null : (writes.reason ?? 'Writing to this tenant is switched off.')
