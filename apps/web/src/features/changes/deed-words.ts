import * as texts from '@goalkeeper/texts/changes-rows'
import * as common from '@goalkeeper/texts/common'
import type { Deed } from '@goalkeeper/contract/changes'
import type { Field } from '@goalkeeper/contract/catalogue'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { shortDate, type CalendarDate } from '#web/shared/time/calendar-date.ts'
import { valueText } from '#web/shared/ui/value-text.ts'

/** One deed of a draft in a few words, for where it is listed. */
export function deedWords(deed: Deed, fields: readonly Field[], today: CalendarDate): string {
  switch (deed.kind) {
    case 'set':
      return setWords(deed, fields, today)
    case 'move-due':
      return texts.moveDue(deed.days)
    case 'append':
      return texts.description(shortened(textOfHtml(deed.html)))
    case 'replace-in-name':
      return texts.inNames(deed.find, deed.replace)
    case 'link':
      return texts.linkThem(deed.gsids.length, deed.link)
    case 'unlink':
      return texts.unlinkThem(deed.gsids.length, deed.link)
    case 'link-plan':
      return texts.linkOwnSuccessPlan([deed.type, deed.status].filter((part) => part !== null))
    case 'link-ctas-by-name':
      return texts.linkOwnCtasOfTheSame
    case 'replace-link':
      return texts.oneInThePlaceOfAnother(deed.link)
  }
}

function setWords(
  { field: name, value }: Deed & { kind: 'set' },
  fields: readonly Field[],
  today: CalendarDate,
): string {
  const field = fields.find((each) => each.name === name)
  const label = name === 'StatusName' ? common.status : (field?.label ?? name)
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return texts.emptied(label)
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
