import * as says from '@goalkeeper/texts/server/connection'
import { type Pacing, type QuietHours, type Settings } from '@goalkeeper/contract/connection'
import type { StatusMeaning } from './status-meanings.ts'

/** Longer texts are cut: Activity tells what was done, and keeps no documents. */
const longestWords = 120

/** What saving settings changed, one sentence for each, without a subject. `usualShare`: the share while no admin says one. */
export function changesOfSettings(before: Settings, after: Settings, usualShare: number): string[] {
  return [
    ...changed(says.theAddressOfGoalsInGainsight, before.addressPattern, after.addressPattern),
    ...changed(says.theFieldThatProvesACreate, before.correlationField, after.correlationField),
    ...changedList(says.theFieldsTypedIn, before.typedFields.map(fieldWords), after.typedFields.map(fieldWords)),
    ...changedList(says.theAttributesOfCompanies, before.companyAttributes, after.companyAttributes),
    ...changesOfPacing(before.pacing, after.pacing, usualShare),
  ]
}

function changesOfPacing(before: Pacing, after: Pacing, usualShare: number): string[] {
  const share = ({ share: percent }: Pacing) => (percent === null ? says.asConfigured(usualShare) : `${percent} %`)
  return [
    ...changed(says.theShareOfCalls, share(before), share(after)),
    ...changed(says.theReserveForPeople, `${before.reserve} %`, `${after.reserve} %`),
    ...changed(says.whatScriptsMayUse, `${before.scripts} %`, `${after.scripts} %`),
    ...changed(says.theQuietHours, hoursWords(before.quietHours), hoursWords(after.quietHours)),
  ]
}

/** What saving the statuses changed. Only order and colours are told in one sentence for all. */
export function changesOfMeanings(before: readonly StatusMeaning[], after: readonly StatusMeaning[]): string[] {
  const meanings = after.flatMap((status) => {
    const was = before.find((each) => isSame(each, status))
    return changed(says.whatTheStatusMeans(status.name), was?.meaning ?? null, status.meaning)
  })
  const gone = before
    .filter((status) => !after.some((each) => isSame(each, status)))
    .map(({ name, meaning }) => says.tookOutTheStatusWhichMeant(name, meaning))
  const looks = (list: readonly StatusMeaning[]) =>
    JSON.stringify(list.toSorted((a, b) => a.order - b.order).map(({ name, color }) => [name, color]))
  if (meanings.length > 0 || gone.length > 0 || looks(before) === looks(after)) return [...meanings, ...gone]
  return [says.changedTheOrderOrTheColours]
}

/** One that was typed in by name gets its id when the tenant tells it. */
const isSame = (one: StatusMeaning, other: StatusMeaning) =>
  one.id !== null && other.id !== null ? one.id === other.id : one.name === other.name

function changed(what: string, before: string | null, after: string | null): string[] {
  return before === after ? [] : [says.changedFromTo(what, short(before), short(after))]
}

function changedList(what: string, before: string[], after: string[]): string[] {
  const added = after.filter((each) => !before.includes(each))
  const gone = before.filter((each) => !after.includes(each))
  if (added.length === 0 && gone.length === 0) {
    return before.join() === after.join() ? [] : [says.changedTheOrderOf(what)]
  }
  const parts = [
    ...(added.length > 0 ? [says.added(short(added.join(', ')))] : []),
    ...(gone.length > 0 ? [says.tookOut(short(gone.join(', ')))] : []),
  ]
  return [says.changed(what, parts.join('; '))]
}

const fieldWords = ({ name, label, dataType }: Settings['typedFields'][number]) => `${name} (${label}, ${dataType})`
const hoursWords = (hours: QuietHours | null) => hours && says.quietFromTo(hours.from, hours.to, hours.timeZone)

function short(words: string | null): string {
  if (words === null || words === '') return 'nothing'
  return words.length > longestWords ? `${words.slice(0, longestWords)}…` : words
}
