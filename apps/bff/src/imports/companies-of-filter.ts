import type { Field } from '@goalkeeper/contract/catalogue'
import { passes } from '@goalkeeper/filter/evaluate'
import type { FilterTree } from '@goalkeeper/filter/tree'
import type { EveryRecord } from '#bff/catalogue/catalogue.ts'

const own = ['CompanyId', 'CompanyName']

/** The fields that are known of a company which has no goal. */
export const companyFieldsOf = (fields: readonly Field[]): Field[] =>
  fields.filter(({ name, group }) => own.includes(name) || group === 'company')

/** Gsids of the companies that pass a filter over their own fields, by name. */
export function companiesOfFilter(
  companies: readonly EveryRecord[],
  filter: FilterTree | null,
  fields: readonly Field[],
  today: string,
): string[] {
  const context = { fields: companyFieldsOf(fields), today }
  return companies
    .filter(({ gsid, name, attributes }) => {
      const held = Object.entries(attributes).map(([attribute, value]) => [`CompanyId__gr.${attribute}`, value])
      const values = { ...Object.fromEntries(held), CompanyId: gsid, CompanyName: name }
      return filter === null || passes(filter, { fields: values, CTA: [], SP: [] }, context)
    })
    .map(({ gsid }) => gsid)
}
