import type { Deed } from '@goalkeeper/contract/changes'
import type { Field, LinkedItem, Status } from '@goalkeeper/contract/catalogue'
import { isDay } from '@goalkeeper/filter/dates'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { CustomValue } from '@goalkeeper/gainsight/goal-write'
import { AppError } from '#bff/http/app-error.ts'

type Known = { fields: readonly Field[]; statuses: readonly Status[]; linkedItems: readonly LinkedItem[] }

/** Throws an AppError (`invalid`) that names every deed which no goal could take. */
export function checkDeeds(deeds: readonly Deed[], known: Known): void {
  const faults: Record<string, string> = {}
  for (const [index, deed] of deeds.entries()) {
    const fault = faultOf(deed, known)
    if (fault !== null) faults[`deeds.${index}`] = fault
  }
  refuse(faults)
}

/** Throws an AppError (`invalid`) that names every value which a person gave and a field does not take. */
export function checkAltered(altered: Record<string, CustomValue>, known: Pick<Known, 'fields' | 'statuses'>): void {
  const faults = Object.entries(altered).flatMap(([name, value]) => {
    const fault = faultOfValue(name, value, known)
    return fault === null ? [] : [[`altered.${name}`, fault] as const]
  })
  refuse(Object.fromEntries(faults))
}

function refuse(faults: Record<string, string>): void {
  const [fault] = Object.values(faults)
  if (fault !== undefined) throw new AppError('invalid', fault, { fields: faults })
}

function faultOf(deed: Deed, known: Known): string | null {
  switch (deed.kind) {
    case 'set':
      return faultOfValue(deed.field, deed.value, known)
    case 'link':
      return faultOfLinks(deed.link, deed.gsids, known)
    case 'replace-link':
      if (deed.from === deed.to) return 'Choose another one to link in its place.'
      return faultOfLinks(deed.link, [deed.to], known)
    default:
      return null
  }
}

function faultOfLinks(kind: LinkedItem['kind'], gsids: readonly string[], { linkedItems }: Known): string | null {
  const gone = gsids.filter((gsid) =>
    linkedItems.some((item) => item.gsid === gsid && item.kind === kind && !item.found),
  )
  if (gone.length === 0) return null
  return `Gainsight has no ${kind === 'CTA' ? 'CTA' : 'success plan'} ${gone.join(', ')}.`
}

/** Why a field cannot be set to a value; null when it can. */
export function faultOfValue(
  name: string,
  value: CustomValue,
  { fields, statuses }: Pick<Known, 'fields' | 'statuses'>,
): string | null {
  if (name === 'StatusName') {
    if (value === null || value === '') return 'A goal needs a status.'
    const isKnown = statuses.some((status) => status.active && status.name === value)
    return isKnown ? null : `There is no status “${String(value)}” that a goal could be given.`
  }
  const field = fieldNamed(fields, name)
  if (!field) return `There is no field ${JSON.stringify(name)}.`
  const { label } = field
  if (!field.editable) return `${label} cannot be set from outside Gainsight.`
  if (value === null || value === '') return field.required ? `${label} must not be empty.` : null
  return faultOfType(field, value)
}

function faultOfType({ label, type, options, maxLength }: Field, value: Exclude<CustomValue, null>): string | null {
  const chosen = [value].flat().map(String)
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : `${label} must be a number.`
    case 'boolean':
      return typeof value === 'boolean' ? null : `${label} must be true or false.`
    case 'date':
      return isDay(value) ? null : `${label} must be a date such as 2026-03-31.`
    case 'datetime':
      return typeof value === 'number' || typeof value === 'string' ? null : `${label} must be an instant.`
    case 'picklist':
    case 'multipicklist': {
      if (type === 'picklist' && chosen.length > 1) return `${label} takes one value.`
      const unknown = chosen.filter((text) => !options.some((option) => option.active && option.label === text))
      return unknown.length === 0 ? null : `${label} does not have the value “${unknown.join('”, “')}”.`
    }
    case 'text':
    case 'html':
    case 'gsid':
      if (typeof value !== 'string') return `${label} must be a text.`
      return maxLength !== null && value.length > maxLength ? `${label} takes at most ${maxLength} characters.` : null
    case 'ids':
      return `${label} cannot be set.`
  }
}
