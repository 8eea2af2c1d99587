import type { Deed } from '@goalkeeper/contract/changes'
import type { Field } from '@goalkeeper/contract/catalogue'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { shortDate, type CalendarDate } from '#web/shared/time/calendar-date.ts'
import { valueText } from '#web/shared/ui/value-text.ts'
import { counted } from '#web/shared/ui/counted.ts'

/** One deed of a draft in a few words, for where it is listed. */
export function deedWords(deed: Deed, fields: readonly Field[], today: CalendarDate): string {
  switch (deed.kind) {
    case 'set':
      return setWords(deed, fields, today)
    case 'move-due':
      return `Due date ${deed.days < 0 ? '−' : '+'}${counted(Math.abs(deed.days), 'day')}`
    case 'append':
      return `Description + “${shortened(textOfHtml(deed.html))}”`
    case 'replace-in-name':
      return `In names “${deed.find}” → “${deed.replace}”`
    case 'link':
    case 'unlink':
      return `${deed.kind === 'link' ? 'Link' : 'Unlink'} ${counted(deed.gsids.length, nounOf(deed.link))}`
    case 'link-plan': {
      const which = [deed.type, deed.status].filter((part) => part !== null).map((part) => `“${part}”`)
      return `Link own success plan${which.length > 0 ? ` ${which.join(', ')}` : ''}`
    }
    case 'link-ctas-by-name':
      return 'Link own CTAs of the same name'
    case 'replace-link':
      return `One ${nounOf(deed.link)} in the place of another`
  }
}

function setWords(
  { field: name, value }: Deed & { kind: 'set' },
  fields: readonly Field[],
  today: CalendarDate,
): string {
  const field = fields.find((each) => each.name === name)
  const label = name === 'StatusName' ? 'Status' : (field?.label ?? name)
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return `${label}: emptied`
  if (name === 'DueDate' && typeof value === 'string') return `${label}: ${shortDate(value, today)}`
  const plain = Array.isArray(value) ? value.map(String) : value
  return `${label}: ${shortened(field ? valueText(plain, field) : String(plain))}`
}

/** The fields that deeds touch, in their order; CTA and SP stand for links. */
export function fieldsOfDeeds(deeds: readonly Deed[]): string[] {
  return [...new Set(deeds.map(fieldOf))]
}

function fieldOf(deed: Deed): string {
  switch (deed.kind) {
    case 'set':
      return deed.field
    case 'move-due':
      return 'DueDate'
    case 'append':
      return 'Description'
    case 'replace-in-name':
      return 'Name'
    case 'link-plan':
      return 'SP'
    case 'link-ctas-by-name':
      return 'CTA'
    default:
      return deed.link
  }
}

const longest = 40
const shortened = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
const nounOf = (kind: 'CTA' | 'SP') => (kind === 'CTA' ? 'CTA' : 'success plan')
