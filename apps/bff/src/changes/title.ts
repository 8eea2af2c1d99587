import type { Deed } from '@goalkeeper/contract/changes'
import type { Field, LinkedItem } from '@goalkeeper/contract/catalogue'
import { isDay } from '@goalkeeper/filter/dates'
import type { CustomValue } from '@goalkeeper/gainsight/goal-write'

/** Deeds as one sentence without a subject and a full stop: `Set status to “Retired”, move due date by 7 days`. */
export function titleOf(deeds: readonly Deed[], fields: readonly Field[], linkedItems: readonly LinkedItem[]): string {
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  const named = (gsid: string) => quoted(linkedItems.find((item) => item.gsid === gsid)?.name ?? gsid)
  const parts = deeds.map((deed) => wordsOf(deed, label, named))
  const sentence = parts.join(', ')
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function wordsOf(deed: Deed, label: (name: string) => string, named: (gsid: string) => string): string {
  switch (deed.kind) {
    case 'set':
      if (deed.field === 'Description' && deed.value !== null && deed.value !== '') return 'replace the description'
      return isEmpty(deed.value)
        ? `empty ${inSentence(deed.field, label)}`
        : `set ${inSentence(deed.field, label)} to ${valueWords(deed.value)}`
    case 'move-due':
      return `move due date by ${deed.days > 0 ? '+' : '−'}${counted(Math.abs(deed.days), 'day')}`
    case 'append':
      return 'add to the description'
    case 'replace-in-name':
      return `replace ${quoted(deed.find)} by ${quoted(deed.replace)} in names`
    case 'link':
    case 'unlink': {
      const [only, ...others] = deed.gsids
      const noun = nounOf(deed.link)
      return only !== undefined && others.length === 0
        ? `${deed.kind} the ${noun} ${named(only)}`
        : `${deed.kind} ${counted(deed.gsids.length, noun)}`
    }
    case 'replace-link':
      return `link the ${nounOf(deed.link)} ${named(deed.to)} in the place of ${named(deed.from)}`
    case 'link-plan': {
      const type = deed.type === null ? 'success plan' : `success plan of the type ${quoted(deed.type)}`
      return `link each company’s own ${type}${deed.status === null ? '' : ` that is ${quoted(deed.status)}`}`
    }
    case 'link-ctas-by-name':
      return 'link each company’s own CTAs of the goal’s name'
  }
}

const nounOf = (kind: 'CTA' | 'SP') => (kind === 'CTA' ? 'CTA' : 'success plan')
const quoted = (text: string) => `“${text}”`
const isEmpty = (value: CustomValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0)
const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

const inSentence = (field: string, label: (name: string) => string) =>
  field === 'StatusName' ? 'status' : field === 'DueDate' ? 'due date' : label(field)

function valueWords(value: CustomValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (isDay(value)) return dayWords(value)
  return typeof value === 'number' ? String(value) : quoted([value].flat().join(', '))
}

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
/** `31 Jan 2030`. */
const dayWords = (day: string) => days.format(Date.parse(day))
