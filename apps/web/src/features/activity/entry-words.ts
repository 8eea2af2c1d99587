import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/activity'
import type { ActivityEntry } from '@goalkeeper/contract/activity'
import type { Field } from '@goalkeeper/contract/catalogue'
import type { FieldValue } from '@goalkeeper/contract/goals'
import type { Screen } from '@goalkeeper/contract/screens'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { exactInstant } from '#web/shared/time/relative-words.ts'
import { valueText } from '#web/shared/ui/value-text.ts'

type ChangeWords = { what: string; before: string | null; after: string | null }

const longest = 80

/** A change in words: what, from what, to what. Null where a side says nothing. */
export function changeWords(entry: ActivityEntry, field: Field | undefined): ChangeWords {
  const { field: name, before, after } = entry
  if (name === 'Gsid') return { what: comingWords(entry), before: null, after: null }
  if (name === 'CTA' || name === 'SP')
    return { what: name === 'CTA' ? common.ctas : common.successPlans, before: null, after: linkWords(before, after) }
  const [old, now] = [sideText(before, field), sideText(after, field)]
  const [oldStart, nowStart] = [startOf(old), startOf(now)]
  const what = name === 'StatusId' ? common.status : (field?.label ?? name ?? '')
  if (oldStart !== nowStart) return { what, before: oldStart, after: nowStart }
  // Two sides that read the same tell nothing.
  return { what, before: null, after: old === now ? texts.formattedAnew : texts.changedFurtherOn(nowStart) }
}

function comingWords({ after, through }: ActivityEntry): string {
  if (through === 'goalkeeper') return after === null ? texts.deleted : common.created
  return after === null ? common.noLongerInGainsight : common.appearedInGainsight
}

function linkWords(before: FieldValue, after: FieldValue): string {
  const [old, now] = [idsOf(before), idsOf(after)]
  const linked = now.filter((id) => !old.includes(id)).length
  const unlinked = old.filter((id) => !now.includes(id)).length
  const deeds = [linked && `+${links(linked)}`, unlinked && `−${links(unlinked)}`]
  return deeds.filter(Boolean).join(' / ')
}

const links = texts.links
const idsOf = (value: FieldValue) => (Array.isArray(value) ? value : [])

function sideText(value: FieldValue, field: Field | undefined): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return common.empty
  return field ? valueText(value, field) : textOfHtml(Array.isArray(value) ? value.join(', ') : String(value))
}

/** The first words of a long text. */
function startOf(text: string): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest)
  const blank = cut.lastIndexOf(' ')
  return `${blank > longest / 2 ? cut.slice(0, blank) : cut}…`
}

/** Who did it, and whose word that is. */
export function whoWords({ actor, through }: Pick<ActivityEntry, 'actor' | 'through'>): string {
  if (through === 'goalkeeper') return actor ?? texts.somebody
  return actor === null ? texts.somebodyInGainsight : texts.asGainsightStates(actor)
}

/** "10:02" on the viewer's clock. */
export const clockTime = (instant: number): string => exactInstant(instant).slice(11, 16)

/** When a change that a sync found can have happened: "between 10:02 and 10:07"; null when it is known to the minute. */
export function betweenWords({ notBefore, at }: Pick<ActivityEntry, 'notBefore' | 'at'>): string | null {
  if (notBefore === null) return null
  const [from, to] = [exactInstant(notBefore).slice(0, 16), exactInstant(at).slice(0, 16)]
  if (from === to) return null
  const isOneDay = from.slice(0, 10) === to.slice(0, 10)
  return texts.betweenAnd(isOneDay ? clockTime(notBefore) : from, clockTime(at))
}

/** Where in Goalkeeper it was done. */
export const screenWords = {
  list: texts.inTheList,
  panel: texts.inTheGoalPanel,
  form: texts.inTheForm,
  links: texts.amongTheLinks,
  history: texts.inTheHistory,
  activity: texts.inActivity,
  company: texts.withTheCompany,
  'change-set': texts.inAChangeSet,
  review: texts.inAReview,
  connection: texts.onConnection,
  people: texts.onPeople,
  tokens: texts.onTokens,
} satisfies Record<Screen, string>
