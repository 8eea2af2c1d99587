import { readCalendarDate } from '@goalkeeper/gainsight/dates'
import { readField, readText, type Row } from '@goalkeeper/gainsight/rows'
import { z } from 'zod'
import { attributesIn, type CompanyAttribute } from './company-attributes.ts'
import type { RecordShape } from './record-source.ts'

/** What is kept of a CTA or plan beside its name. */
const linkedDataSchema = z.object({
  status: z.string().nullable(),
  closed: z.boolean().nullable(),
  type: z.string().nullable(),
  owner: z.string().nullable(),
  /** What was stored by earlier versions has none. */
  ownerId: z.string().nullable().default(null),
  /** YYYY-MM-DD. */
  dueDate: z.string().nullable(),
  companyName: z.string().nullable(),
  planId: z.string().nullable(),
})
export type LinkedData = z.infer<typeof linkedDataSchema>
const noLinkedData: LinkedData = {
  status: null,
  closed: null,
  type: null,
  owner: null,
  ownerId: null,
  dueDate: null,
  companyName: null,
  planId: null,
}
export const linkedDataOf = (data: unknown): LinkedData => linkedDataSchema.safeParse(data).data ?? noLinkedData

const companyDataSchema = z.object({
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
export const companyDataOf = (data: unknown) => companyDataSchema.safeParse(data).data ?? { attributes: {} }

const relationshipDataSchema = z.object({ typeId: z.string().nullable(), typeName: z.string().nullable() })
export const relationshipDataOf = (data: unknown) =>
  relationshipDataSchema.safeParse(data).data ?? { typeId: null, typeName: null }

const userDataSchema = z.object({ email: z.string().nullable(), active: z.boolean() })
export const userDataOf = (data: unknown) => userDataSchema.safeParse(data).data ?? { email: null, active: true }

/** Companies with the attributes that are chosen at the time of the call. */
export function companyShape(attributes: () => readonly CompanyAttribute[]): RecordShape {
  return {
    fields: () => attributes().map(({ name }) => name),
    read: (row) => ({ companyId: null, data: { attributes: attributesIn(row, attributes()) } }),
  }
}

export const relationshipShape = shape(['CompanyId', 'TypeId', 'TypeId__gr.Name'], (row) => ({
  typeId: readText(row, 'TypeId'),
  typeName: readText(row, 'TypeId__gr.Name'),
}))

export const opportunityShape = shape(['CompanyId'], () => ({}))

/** Of templates and relationship types only the name is of use. */
export const namedShape = shape([], () => ({}))

export const userShape = shape(['Email', 'IsActiveUser'], (row) => ({
  email: readText(row, 'Email'),
  active: readField(row, 'IsActiveUser') !== false,
}))

const linkedFields = [
  'CompanyId',
  'CompanyId__gr.Name',
  'DueDate',
  'IsClosed',
  'OwnerId',
  'OwnerId__gr.Name',
  'StatusId__gr.Name',
]

/** CTAs, also the objectives of a plan, which name it as their CTA group (reference 4). */
export const ctaShape = shape([...linkedFields, 'TypeId__gr.Name', 'CtaGroupId'], (row) =>
  linkedData(row, readText(row, 'TypeId__gr.Name'), readText(row, 'CtaGroupId')),
)

/** Success plans. Which spelling of status and type is live is not known, so all are asked for (reference 5.4). */
export const planShape = shape(
  [...linkedFields, 'StatusName', 'TypeId__gr.Name', 'SuccessPlanTypeId__gr.Name', 'TypeName'],
  (row) => {
    const type =
      readText(row, 'TypeId__gr.Name') ?? readText(row, 'SuccessPlanTypeId__gr.Name') ?? readText(row, 'TypeName')
    return linkedData(row, type, null)
  },
)

function linkedData(row: Row, type: string | null, planId: string | null): LinkedData {
  const status = readText(row, 'StatusId__gr.Name') ?? readText(row, 'StatusName')
  const closed = readField(row, 'IsClosed')
  return {
    status,
    // Closed statuses are a family of names where nothing else tells (reference 5.4).
    closed: typeof closed === 'boolean' ? closed : status === null ? null : /^closed\b/i.test(status),
    type,
    owner: readText(row, 'OwnerId__gr.Name'),
    ownerId: readText(row, 'OwnerId'),
    dueDate: readCalendarDate(readField(row, 'DueDate')),
    companyName: readText(row, 'CompanyId__gr.Name'),
    planId,
  }
}

function shape(fields: readonly string[], data: (row: Row) => Record<string, unknown>): RecordShape {
  return { fields: () => fields, read: (row) => ({ companyId: readText(row, 'CompanyId'), data: data(row) }) }
}
