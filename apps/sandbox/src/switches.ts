import { z } from 'zod'

/** Look-ups that a tenant may lack. A route that is absent answers 404 as for any unknown path. */
export const lookUps = [
  'object-list',
  'goal-in-object-list',
  'key-prefix',
  'describe',
  'describe-get',
  'describe-post',
  'describe-legacy',
  'status-options',
  'status-category',
  'dropdowns',
  'status-name-of-goals',
  'status-name-in-create',
  'query',
  'query-company',
  'query-relationship',
  'query-opportunity',
  'query-user',
  'query-cta',
  'query-plan',
  'query-goal',
  'query-picklist',
  'cta-list',
  'plan-list',
  'cockpit-picklists',
  'users',
] as const
export type LookUp = (typeof lookUps)[number]

/** Without these, nothing tells the name of a goal's status but a write. */
export const statusNameLookUps: readonly LookUp[] = [
  'status-options',
  'status-category',
  'dropdowns',
  'query-picklist',
  'status-name-of-goals',
  'status-name-in-create',
]

/**
 * What nobody has confirmed about the tenant, each with the recommended default (reference, section 9) and what else it might be.
 * `README.md` says what each does.
 */
export const switchesSchema = z.strictObject({
  errorStyle: z.enum(['spring', 'envelope']).default('spring'),
  errorCodes: z.enum(['number', 'string']).default('number'),
  access: z.enum(['key', 'ip-refused']).default('key'),
  pageMaximum: z.int().min(1).default(1000),
  pageOverflow: z.enum(['refuse', 'clamp']).default('refuse'),
  pageBase: z.union([z.literal(0), z.literal(1)]).default(1),
  pageOrder: z.enum(['stable', 'shuffled']).default('stable'),
  selectStyle: z.enum(['union', 'strict', 'everything']).default('union'),
  nulls: z.enum(['omitted', 'sent']).default('omitted'),
  associationShape: z.enum(['strings', 'objects']).default('strings'),
  operators: z.enum(['all', 'eq']).default('all'),
  expression: z.enum(['one-connective', 'and', 'full']).default('one-connective'),
  where: z.enum(['optional', 'required']).default('optional'),
  instants: z.enum(['any', 'epoch', 'iso']).default('any'),
  unfilterable: z.array(z.string()).default([]),
  unselectable: z.array(z.string()).default([]),
  parents: z.enum(['id', 'lookup', 'name-lookup']).default('id'),
  associationInUpdate: z.enum(['accepted', 'refused', 'ignored']).default('accepted'),
  relinking: z.enum(['harmless', 'refused']).default('harmless'),
  foreignLinks: z.enum(['accepted', 'refused']).default('accepted'),
  emptyLinks: z.enum(['refused', 'tolerated']).default('refused'),
  clearing: z.enum(['both', 'null', 'empty', 'refused']).default('both'),
  customPicklists: z.enum(['label', 'gsid']).default('label'),
  multiSelects: z.enum(['joined', 'array']).default('joined'),
  queryShape: z.enum(['records', 'array']).default('records'),
  emptyQuery: z.enum(['empty', 'failure']).default('empty'),
  queryDates: z.enum(['epoch', 'iso']).default('epoch'),
  cockpitSelect: z.enum(['union', 'everything']).default('union'),
  cockpitErrors: z.union([z.literal(400), z.literal(200)]).default(400),
  htmlErrors: z.enum(['never', 'without-accept']).default('never'),
  window: z.enum(['clock', 'sliding']).default('clock'),
  counters: z.enum(['shared', 'per-family']).default('shared'),
  refusedCallsCount: z.boolean().default(false),
  retryAfter: z.boolean().default(false),
  asynchronousPaths: z.array(z.string()).default([]),
  neighbourCallsPerWindow: z.int().min(0).default(0),
  absent: z.array(z.enum(lookUps)).default([]),
})

export type Switches = z.output<typeof switchesSchema>
/** Some switches; the others keep the value they have. */
export type SwitchSettings = z.input<typeof switchesSchema>

/** The settings laid over the switches as they are; throws a ZodError that names what is wrong. */
export function withSettings(switches: Switches, settings: unknown): Switches {
  return switchesSchema.parse({ ...switches, ...z.record(z.string(), z.unknown()).parse(settings) })
}
