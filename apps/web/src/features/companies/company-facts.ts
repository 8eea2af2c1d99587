import type { Company, Field } from '@goalkeeper/contract/catalogue'
import { relativeDay } from '#web/shared/time/relative-words.ts'
import { shortDate } from '#web/shared/time/calendar-date.ts'
import { valueText } from '#web/shared/ui/value-text.ts'

export type Fact = { label: string; text: string; title: string }

const ofCompany = 'CompanyId__gr.'

/** What is known about a company, in the order and with the labels of the tenant's fields; what is empty is left out. */
export function companyFacts(company: Company, fields: readonly Field[], today: string): Fact[] {
  return fields.flatMap((field) => {
    if (!field.name.startsWith(ofCompany)) return []
    const value = company.attributes[field.name.slice(ofCompany.length)] ?? null
    if (value === null || value === '') return []
    if (field.type === 'date' && typeof value === 'string') {
      return [{ label: field.label, text: `${shortDate(value, today)}, ${relativeDay(value, today)}`, title: value }]
    }
    return [{ label: field.label, text: valueText(value, field), title: field.name }]
  })
}
