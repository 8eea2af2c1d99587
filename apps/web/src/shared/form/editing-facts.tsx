import type { Status } from '@goalkeeper/contract/catalogue'
import { useQuery } from '@tanstack/react-query'
import { createContext, use, useMemo, type ReactNode } from 'react'
import { statusesQuery } from '../api/catalogue-queries.ts'
import type { CalendarDate } from '../time/calendar-date.ts'
import { useToday } from '../time/use-clock.ts'
import { useWritesReason } from '../writes/use-writes-reason.ts'

/** What every box that is edited in place has to know. `reason`: why nothing can be written, null when it can. */
export type EditingFacts = { statuses: readonly Status[]; today: CalendarDate; reason: string | null }

const none: readonly Status[] = []
const Context = createContext<EditingFacts>({ statuses: none, today: '', reason: null })

/** Asks once for all boxes on the page: a list has more than a hundred of them, and mounts more with every turn of the wheel. */
export function EditingFactsProvider({ children }: { children: ReactNode }) {
  const { data } = useQuery(statusesQuery())
  const statuses = data?.statuses ?? none
  const today = useToday()
  const reason = useWritesReason()
  return <Context value={useMemo(() => ({ statuses, today, reason }), [statuses, today, reason])}>{children}</Context>
}

export const useEditingFacts = () => use(Context)
