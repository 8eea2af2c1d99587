import type { ClearBy, StatusReport } from '@goalkeeper/contract/status'
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../api/status-query.ts'
import { assumedClearBy } from './update-body.ts'

/** What empties the fields of a goal on this tenant. */
export function useClearBy(): ClearBy {
  const { data = assumedClearBy } = useQuery({ ...statusQuery(), select: clearByIn })
  return data
}

const clearByIn = ({ writes }: StatusReport) => writes.clearBy
