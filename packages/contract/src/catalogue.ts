import { fieldTypes } from '@goalkeeper/filter/field'
import { operators } from '@goalkeeper/filter/tree'
import { gsidSchema } from '@goalkeeper/gainsight/gsid'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const meanings = ['planned', 'on track', 'at risk', 'achieved', 'dropped'] as const
export const meaningSchema = z.enum(meanings)
export type Meaning = z.infer<typeof meaningSchema>

/** A status of the tenant, and what it stands for here. Open means planned, on track or at risk. */
export const statusSchema = z.object({
  id: z.string().nullable(),
  name: z.string(),
  meaning: meaningSchema.nullable(),
  order: z.number(),
  /** Colour as #rrggbb, or null for the colour of its meaning. */
  color: z.string().nullable(),
  active: z.boolean(),
  /** Where it came from: the tenant's metadata, goals seen, a reply to a write, or typed by an admin. */
  source: z.enum(['tenant', 'seen', 'typed']),
})
export type Status = z.infer<typeof statusSchema>

export const fieldOptionSchema = z.object({ value: z.string(), label: z.string(), active: z.boolean() })

/** A column: something that can be shown, sorted, filtered, and perhaps edited. */
export const fieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes),
  /** standard: of the goal object. custom: `…__gc`. resolved: a name behind an id. company: an attribute of the company. derived: worked out here. */
  group: z.enum(['standard', 'custom', 'resolved', 'company', 'derived', 'links']),
  operators: z.array(z.enum(operators)),
  options: z.array(fieldOptionSchema),
  sortable: z.boolean(),
  /** Can be set in create and update. */
  editable: z.boolean(),
  required: z.boolean(),
  /** How to edit and print it: the tenant's data type (reference 6.2), such as STRING, RICHTEXTAREA, CURRENCY, PERCENTAGE, EMAIL, URL, LOOKUP. */
  dataType: z.string(),
  /** For LOOKUP fields: which kind of record it points to, when known. */
  lookup: z.string().nullable(),
  decimalPlaces: z.number().nullable(),
  maxLength: z.number().nullable(),
})
export type Field = z.infer<typeof fieldSchema>

/** The kinds of record that goals point to; a field's `lookup` is one of them, or an object that is none. */
export const namedKindSchema = z.enum([
  'company',
  'relationship',
  'opportunity',
  'template',
  'relationshipType',
  'user',
  'CTA',
  'SP',
])
export type NamedKind = z.infer<typeof namedKindSchema>

/** A record that goals point to. `hint` tells two of one name apart (a Gsid tail, an industry, a CSM). */
export const namedRecordSchema = z.object({ gsid: z.string(), name: z.string(), hint: z.string().nullable() })
export type NamedRecord = z.infer<typeof namedRecordSchema>

export const companySchema = namedRecordSchema.extend({
  /** Attributes by field name (`Arr`, `RenewalDate`, `Stage`, `Csm__gr.Name`, …). */
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export type Company = z.infer<typeof companySchema>

/** A CTA or success plan as the associations editor shows it. `found` false: the tenant no longer knows the id. */
export const linkedItemSchema = z.object({
  gsid: z.string(),
  kind: z.enum(['CTA', 'SP']),
  found: z.boolean(),
  name: z.string().nullable(),
  status: z.string().nullable(),
  closed: z.boolean().nullable(),
  type: z.string().nullable(),
  owner: z.string().nullable(),
  dueDate: z.string().nullable(),
  companyId: z.string().nullable(),
  companyName: z.string().nullable(),
  /** For an objective CTA: the plan that holds it. */
  planId: z.string().nullable(),
  /** How many goals of the index are associated with it. */
  goals: z.number(),
})
export type LinkedItem = z.infer<typeof linkedItemSchema>

const searchQuery = z.object({
  search: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
const noticeSchema = z.string().nullable()

export const readFields = endpoint({
  method: 'GET',
  path: '/api/fields',
  needs: 'read',
  summary: 'Every field that a goal can be shown, sorted, filtered or edited by, with its picklist.',
  result: z.object({ fields: z.array(fieldSchema), notice: noticeSchema }),
})

export const readStatuses = endpoint({
  method: 'GET',
  path: '/api/statuses',
  needs: 'read',
  summary: 'The statuses of the tenant with the meaning, order and colour given to them here.',
  result: z.object({ statuses: z.array(statusSchema), notice: noticeSchema }),
})

export const searchCompanies = endpoint({
  method: 'GET',
  path: '/api/companies',
  needs: 'read',
  summary: 'Companies whose name contains the words, best first.',
  query: searchQuery,
  result: z.object({ companies: z.array(companySchema), notice: noticeSchema }),
})

export const readCompany = endpoint({
  method: 'GET',
  path: '/api/companies/:gsid',
  needs: 'read',
  summary: 'One company with its attributes.',
  params: z.object({ gsid: z.string() }),
  result: companySchema,
})

export const listCompanyAttributes = endpoint({
  method: 'GET',
  path: '/api/company-attributes',
  needs: 'read',
  summary: 'Fields of the company that can be chosen as columns; a lookup stands for the name of what it points to.',
  result: z.object({
    attributes: z.array(z.object({ name: z.string(), label: z.string(), dataType: z.string() })),
    notice: noticeSchema,
  }),
})

const ofCompany = searchQuery.extend({ companyId: z.string().optional() })
const recordWithCompany = namedRecordSchema.extend({ companyId: z.string().nullable(), typeId: z.string().nullable() })

export const searchRelationships = endpoint({
  method: 'GET',
  path: '/api/relationships',
  needs: 'read',
  summary: 'Relationships by name, of one company or of all.',
  query: ofCompany,
  result: z.object({ records: z.array(recordWithCompany), notice: noticeSchema }),
})

export const searchOpportunities = endpoint({
  method: 'GET',
  path: '/api/opportunities',
  needs: 'read',
  summary: 'Opportunities by name, of one company or of all.',
  query: ofCompany,
  result: z.object({ records: z.array(recordWithCompany), notice: noticeSchema }),
})

export const searchUsers = endpoint({
  method: 'GET',
  path: '/api/users',
  needs: 'read',
  summary: 'Users by name, for lookup fields.',
  query: searchQuery,
  result: z.object({ records: z.array(namedRecordSchema), notice: noticeSchema }),
})

/** As many ids as one call to the tenant asks for. */
export const mostNames = 500

export const readNames = endpoint({
  method: 'POST',
  path: '/api/names',
  needs: 'read',
  summary: 'Names behind the ids of one kind of record, as stored; only ids that are not known yet cost a call.',
  body: z.strictObject({ kind: namedKindSchema, ids: z.array(gsidSchema).min(1).max(mostNames) }),
  result: z.object({
    /** By id. An id that nobody could name is left out. */
    names: z.record(z.string(), z.string()),
  }),
})

export const listTemplates = endpoint({
  method: 'GET',
  path: '/api/templates',
  needs: 'read',
  summary: 'Template and relationship type ids seen on goals: the API has no list of them.',
  result: z.object({ templates: z.array(namedRecordSchema), relationshipTypes: z.array(namedRecordSchema) }),
})

export const readLinkables = endpoint({
  method: 'GET',
  path: '/api/linkables',
  needs: 'read',
  summary: 'CTAs and success plans that a goal can be associated with: of one company, or by name over all.',
  query: z.object({
    companyId: z.string().optional(),
    search: z.string().max(200).default(''),
    closed: z.literal('1').optional(),
    fresh: z.literal('1').optional(),
  }),
  result: z.object({
    items: z.array(linkedItemSchema),
    /** Closed ones left out. */
    closedHidden: z.number(),
    truncated: z.boolean(),
    asOf: z.number().nullable(),
    notice: noticeSchema,
  }),
})
