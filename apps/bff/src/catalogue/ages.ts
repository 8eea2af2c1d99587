const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How old what is stored may be before it is read again, in milliseconds. The shorter, the more calls of the tenant's
 * shared limit: the list of 50,000 companies costs 10 calls, so every six hours is 40 calls a day.
 */
export const ages = {
  /** Names rarely change, and CSM, ARR and stage by the day; six hours shows a change within a working day. */
  company: 6 * hour,
  relationship: day,
  opportunity: day,
  user: day,
  template: day,
  relationshipType: day,
  /** In the background: names of linked items in lists and panels. */
  CTA: day,
  SP: day,
  /** Of an item that somebody looks at: status and due date of CTAs and plans move while people work. */
  shown: 15 * minute,
  /** Relationships and opportunities of one company, and what a search found at the tenant. */
  searched: 15 * minute,
  /** Describe replies are up to 180 KB, and admins add fields now and then. */
  fields: day,
  statuses: day,
  /** An id that was not found may be one that this key was not allowed to see yesterday. */
  missing: day,
} as const
