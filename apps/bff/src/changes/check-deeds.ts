import * as texts from '@goalkeeper/texts/server/change-deeds'
import * as common from '@goalkeeper/texts/server/common'
import type { Deed } from '@goalkeeper/contract/changes'
import type { Field, LinkedItem, Status } from '@goalkeeper/contract/catalogue'
import { isDay } from '@goalkeeper/filter/dates'
import { fieldNamed } from '@goalkeeper/filter/field'
import type { CustomValue } from '@goalkeeper/gainsight/goal-parts'
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
      if (deed.from === deed.to) return texts.chooseAnotherOneToLinkIn
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
  return texts.gainsightHasNo(kind === 'CTA', gone.join(', '))
}

/** Why a field cannot be set to a value; null when it can. */
export function faultOfValue(
  name: string,
  value: CustomValue,
  { fields, statuses }: Pick<Known, 'fields' | 'statuses'>,
): string | null {
  if (name === 'StatusName') {
    if (value === null || value === '') return texts.aGoalNeedsAStatus
    const isKnown = statuses.some((status) => status.active && status.name === value)
    return isKnown ? null : texts.thereIsNoStatusThatA(String(value))
  }
  const field = fieldNamed(fields, name)
  if (!field) return common.thereIsNoField(JSON.stringify(name))
  const { label } = field
  if (!field.editable) return common.cannotBeSetFromOutside(label)
  if (value === null || value === '') return field.required ? common.mustNotBeEmpty(label) : null
  return faultOfType(field, value)
}

function faultOfType({ label, type, options, maxLength }: Field, value: Exclude<CustomValue, null>): string | null {
  const chosen = [value].flat().map(String)
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : texts.mustBeANumber(label)
    case 'boolean':
      return typeof value === 'boolean' ? null : texts.mustBeTrueOrFalse(label)
    case 'date':
      return isDay(value) ? null : texts.mustBeADateSuchAs(label)
    case 'datetime':
      return typeof value === 'number' || typeof value === 'string' ? null : texts.mustBeAnInstant(label)
    case 'picklist':
    case 'multipicklist': {
      if (type === 'picklist' && chosen.length > 1) return texts.takesOneValue(label)
      const unknown = chosen.filter((text) => !options.some((option) => option.active && option.label === text))
      return unknown.length === 0 ? null : texts.doesNotHaveTheValue(label, unknown.join('”, “'))
    }
    case 'text':
    case 'html':
    case 'gsid':
      if (typeof value !== 'string') return texts.mustBeAText(label)
      return maxLength !== null && value.length > maxLength ? common.takesAtMostCharacters(label, maxLength) : null
    case 'ids':
      return common.cannotBeSet(label)
  }
}
