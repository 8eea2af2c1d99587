import * as texts from '@goalkeeper/texts/gainsight'
import { z } from 'zod'
import { gsidSchema } from './gsid.ts'

export const entityTypes = ['COMPANY', 'RELATIONSHIP', 'OPPORTUNITY'] as const
export type EntityType = (typeof entityTypes)[number]

/** Where a goal of each kind hangs: the field that holds its parent's Gsid, and the input that a lookup resolves to it. */
export const parentFields = {
  COMPANY: { id: 'CompanyId', name: 'CompanyName' },
  RELATIONSHIP: { id: 'RelationshipId', name: 'RelationshipName' },
  OPPORTUNITY: { id: 'OpportunityId', name: 'OpportunityName' },
} as const satisfies Record<EntityType, { id: string; name: string }>

const text = z.string().max(131_072)
/** What a custom field (`…__gc`) takes; null empties it. */
export const customValueSchema = z.union([
  text,
  z.number(),
  z.boolean(),
  z.array(z.union([text, z.number()])).max(500),
  z.null(),
])
export type CustomValue = z.infer<typeof customValueSchema>
export type CustomFields = { [field: `${string}__gc`]: CustomValue }
export const isCustomField = (key: string) => /^\w+__gc$/.test(key)

/** A text of a goal that must not be empty. */
export const words = (field: string, max: number) => z.string().max(max).regex(/\S/, texts.mustNotBeEmpty(field))
export const name = words('Name', 1000)
export const statusName = words('StatusName', 200)
export const description = z.string().max(500_000)

const linkedIds = (kind: 'CTA' | 'SP') =>
  z.array(gsidSchema).min(1, texts.mustNotBeAnEmptyList(kind)).max(500).exactOptional()
/** CTAs and success plans to link or to unlink. */
export const linksSchema = (block: 'association' | 'dissociation') =>
  z
    .strictObject({ CTA: linkedIds('CTA'), SP: linkedIds('SP') })
    .refine((links) => links.CTA ?? links.SP, texts.mustNameCtasOrSuccessPlans(block))
    .exactOptional()
/** Gsids of CTAs and of success plans. */
export type Links = { CTA?: string[]; SP?: string[] }

/** Gainsight takes one goal in a call. */
export const exactlyOne = <Request extends z.ZodType>(request: Request) =>
  z.array(request).length(1, texts.requestsMustHoldExactlyOneGoal)

/** A block of links; nothing where there are none. */
export function block<Name extends string>(name: Name, { CTA = [], SP = [] }: Links = {}): { [Block in Name]?: Links } {
  if (CTA.length + SP.length === 0) return {}
  const links: Links = { ...(CTA.length > 0 && { CTA }), ...(SP.length > 0 && { SP }) }
  return { [name]: links } as { [Block in Name]?: Links }
}
