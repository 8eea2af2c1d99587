// The budget of calls.
import { grouped } from './counted.ts'

// budget-details
export const ourShareOfAMinuteFree = 'Our share: {limit} of {tenantLimit} a minute. {strong} free now.'
export const changeOurShare = 'Change our share'
export const quietHoursUntilTheSyncWaits = (clockTime: string) => `Quiet hours until ${clockTime}: the sync waits.`
export const lastS = (windowSeconds: number) => `last ${windowSeconds} s`
export const todayOf = (used: number, limit: number) => `Today: ${grouped(used)} of ${grouped(limit)}.`
export const todayOfShare = (used: number, limit: number, tenantLimit: number) =>
  `Today: ${grouped(used)} of ${grouped(limit)} (the tenant allows ${grouped(tenantLimit)}).`
export const atThisPaceByTheEnd = (forecast: number) => `At this pace ${grouped(forecast)} by the end of the day.`
export const waiting = 'Waiting'
export const someoneElseIsUsingTheKey = (count: number, clockTime: string, pacePerMinute: number) =>
  `Someone else is using the key: ${grouped(count)} ${count === 1 ? 'refusal' : 'refusals'} since ${clockTime}, pace now ${grouped(pacePerMinute)} a minute.`
export const nextCallAt = (clockTime: string) => ` Next call at ${clockTime}.`
