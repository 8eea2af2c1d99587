import * as common from '@goalkeeper/texts/server/common'
import * as texts from '@goalkeeper/texts/server/change-deeds'
import { counted } from '@goalkeeper/texts/counted'
import type { Deed } from '@goalkeeper/contract/changes'
import type { Field, LinkedItem } from '@goalkeeper/contract/catalogue'
import { isDay } from '@goalkeeper/filter/dates'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'

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
      if (deed.field === 'Description' && deed.value !== null && deed.value !== '') return texts.replaceTheDescription
      return isEmpty(deed.value)
        ? texts.emptyTheField(inSentence(deed.field, label))
        : texts.setTo(inSentence(deed.field, label), valueWords(deed.value))
    case 'move-due':
      return texts.moveDueDateBy(deed.days > 0 ? '+' : '−', Math.abs(deed.days))
    case 'append':
      return texts.addToTheDescription
    case 'replace-in-name':
      return texts.replaceByInNames(quoted(deed.find), quoted(deed.replace))
    case 'link':
    case 'unlink': {
      const [only, ...others] = deed.gsids
      const noun = nounOf(deed.link)
      return only !== undefined && others.length === 0
        ? texts.linkOrUnlinkTheOne(deed.kind, noun, named(only))
        : `${deed.kind} ${counted(deed.gsids.length, noun)}`
    }
    case 'replace-link':
      return texts.linkTheInThePlaceOf(nounOf(deed.link), named(deed.to), named(deed.from))
    case 'link-plan': {
      const type = deed.type === null ? texts.successPlan : texts.successPlanOfTheType(quoted(deed.type))
      return texts.linkEachCompanysOwn(type, deed.status === null ? null : quoted(deed.status))
    }
    case 'link-ctas-by-name':
      return texts.linkEachCompanysOwnCtas
  }
}

const nounOf = (kind: 'CTA' | 'SP') => (kind === 'CTA' ? texts.cta : texts.successPlan)
const quoted = (text: string) => `“${text}”`
const isEmpty = (value: CustomValue) => value === null || value === '' || (Array.isArray(value) && value.length === 0)

const inSentence = (field: string, label: (name: string) => string) =>
  field === 'StatusName' ? texts.status : field === 'DueDate' ? texts.dueDate : label(field)

function valueWords(value: CustomValue): string {
  if (typeof value === 'boolean') return value ? common.yes : common.no
  if (isDay(value)) return texts.dayWords(value)
  return typeof value === 'number' ? String(value) : quoted([value].flat().join(', '))
}
