import { type Pacing, type QuietHours, type Settings } from '@goalkeeper/contract/connection'
import type { StatusMeaning } from './status-meanings.ts'

/** Longer texts are cut: Activity tells what was done, and keeps no documents. */
const longestWords = 120

/** What saving settings changed, one sentence for each, without a subject. `usualShare`: the share while no admin says one. */
export function changesOfSettings(before: Settings, after: Settings, usualShare: number): string[] {
  return [
    ...changed('the address of goals in Gainsight', before.addressPattern, after.addressPattern),
    ...changed('the field that proves a create', before.correlationField, after.correlationField),
    ...changedList('the fields typed in', before.typedFields.map(fieldWords), after.typedFields.map(fieldWords)),
    ...changedList('the attributes of companies', before.companyAttributes, after.companyAttributes),
    ...changesOfPacing(before.pacing, after.pacing, usualShare),
  ]
}

function changesOfPacing(before: Pacing, after: Pacing, usualShare: number): string[] {
  const share = ({ share: percent }: Pacing) => (percent === null ? `${usualShare} % as configured` : `${percent} %`)
  return [
    ...changed('the share of calls', share(before), share(after)),
    ...changed('the reserve for people', `${before.reserve} %`, `${after.reserve} %`),
    ...changed('what scripts may use', `${before.scripts} %`, `${after.scripts} %`),
    ...changed('the quiet hours', hoursWords(before.quietHours), hoursWords(after.quietHours)),
  ]
}

/** What saving the statuses changed. Only order and colours are told in one sentence for all. */
export function changesOfMeanings(before: readonly StatusMeaning[], after: readonly StatusMeaning[]): string[] {
  const meanings = after.flatMap((status) => {
    const was = before.find((each) => isSame(each, status))
    return changed(`what the status ${status.name} means`, was?.meaning ?? null, status.meaning)
  })
  const gone = before
    .filter((status) => !after.some((each) => isSame(each, status)))
    .map(({ name, meaning }) => `Took out the status ${name}, which meant ${meaning}.`)
  const looks = (list: readonly StatusMeaning[]) =>
    JSON.stringify(list.toSorted((a, b) => a.order - b.order).map(({ name, color }) => [name, color]))
  if (meanings.length > 0 || gone.length > 0 || looks(before) === looks(after)) return [...meanings, ...gone]
  return ['Changed the order or the colours of the statuses.']
}

/** One that was typed in by name gets its id when the tenant tells it. */
const isSame = (one: StatusMeaning, other: StatusMeaning) =>
  one.id !== null && other.id !== null ? one.id === other.id : one.name === other.name

function changed(what: string, before: string | null, after: string | null): string[] {
  return before === after ? [] : [`Changed ${what} from ${short(before)} to ${short(after)}.`]
}

function changedList(what: string, before: string[], after: string[]): string[] {
  const added = after.filter((each) => !before.includes(each))
  const gone = before.filter((each) => !after.includes(each))
  if (added.length === 0 && gone.length === 0) {
    return before.join() === after.join() ? [] : [`Changed the order of ${what}.`]
  }
  const parts = [
    ...(added.length > 0 ? [`added ${short(added.join(', '))}`] : []),
    ...(gone.length > 0 ? [`took out ${short(gone.join(', '))}`] : []),
  ]
  return [`Changed ${what}: ${parts.join('; ')}.`]
}

const fieldWords = ({ name, label, dataType }: Settings['typedFields'][number]) => `${name} (${label}, ${dataType})`
const hoursWords = (hours: QuietHours | null) => hours && `${hours.from} to ${hours.to} ${hours.timeZone}`

function short(words: string | null): string {
  if (words === null || words === '') return 'nothing'
  return words.length > longestWords ? `${words.slice(0, longestWords)}…` : words
}
