import { activityKinds, type ActivityFilter } from '@goalkeeper/contract/activity'
import { addDays, isDay } from '@goalkeeper/filter/dates'
import { isGsid } from '@goalkeeper/gainsight/gsid'
import { z } from 'zod'
import type { CalendarDate } from '#web/shared/time/calendar-date.ts'

/** What is dropped becomes undefined and not missing, because the router lays what it is given over what stood in the address. */
const day = z.string().refine(isDay).optional().catch(undefined)

/** What an address of Activity says; what makes no sense there is left out. */
export const activitySearch = z.object({
  // The router reads a name that looks like a number as one.
  who: z
    .union([z.string().min(1), z.number().transform(String)])
    .optional()
    .catch(undefined),
  kind: z.enum(activityKinds).optional().catch(undefined),
  through: z.enum(['goalkeeper', 'gainsight']).optional().catch(undefined),
  since: day,
  until: day,
  goal: z.string().refine(isGsid).optional().catch(undefined),
})
export type ActivitySearch = z.infer<typeof activitySearch>

/** The filter that the server is asked with. Days are those of the viewer's clock, and `until` is one of them. */
export function filterOf({ who, kind, through, since, until, goal }: ActivitySearch): ActivityFilter {
  return {
    ...(who !== undefined && { actors: [who] }),
    ...(kind && { kinds: [kind] }),
    ...(through && { through }),
    ...(goal !== undefined && { gsid: goal }),
    ...(since !== undefined && { since: firstMomentOf(since) }),
    ...(until !== undefined && { until: firstMomentOf(addDays(until, 1)) }),
  }
}

/** Whether the search narrows anything. */
export const isNarrowed = (search: ActivitySearch): boolean =>
  Object.values(search).some((value) => value !== undefined)

/** Without a zone, a date with a time is read by the viewer's clock. */
const firstMomentOf = (date: CalendarDate): number => new Date(`${date}T00:00`).getTime()
