import { GoalRefusal } from '../refusal.ts'
import type { Switches } from '../switches.ts'
import { startOfDay } from '../tenant/calendar.ts'
import type { Field, FieldValue } from '../tenant/field.ts'
import { findTable, type Tenant } from '../tenant/tenant.ts'

export interface GoalInput {
  tenant: Tenant
  switches: Switches
}

const invalid = (field: Field) => new GoalRefusal(null, `Invalid value provided for field - ${field.name}`)

/** Turns what a request sends for a field into what is stored; refuses what does not fit its type. */
export function readInput({ tenant, switches }: GoalInput, field: Field, value: unknown): FieldValue {
  if (value === null || value === '') {
    const accepted = switches.clearing === 'both' || switches.clearing === (value === null ? 'null' : 'empty')
    if (field.required || !accepted) throw invalid(field)
    return null
  }
  switch (field.type) {
    case 'NUMBER':
    case 'CURRENCY':
    case 'PERCENTAGE':
      if (typeof value !== 'number') throw invalid(field)
      return value
    case 'BOOLEAN':
      if (typeof value !== 'boolean') throw invalid(field)
      return value
    case 'DATE':
      if (typeof value !== 'string' || startOfDay(value) === null) throw invalid(field)
      return value
    case 'DATETIME':
      return readInstant(field, value)
    case 'PICKLIST':
      return itemId(field, value)
    case 'MULTISELECTDROPDOWNLIST':
      return readItems(field, value)
    case 'LOOKUP':
      if (typeof value !== 'string' || !findTable(tenant, field.lookup ?? '')?.byGsid.has(value)) throw invalid(field)
      return value
    default:
      return readText(field, value)
  }
}

function readInstant(field: Field, value: unknown): number {
  const instant = typeof value === 'string' ? Date.parse(value) : value
  if (typeof instant !== 'number' || !Number.isSafeInteger(instant)) throw invalid(field)
  return instant
}

/** A choice by its label or its id; one that was switched off cannot be chosen any more. */
function itemId(field: Field, value: unknown): string {
  const item = field.picklist?.items.find((candidate) => candidate.name === value || candidate.gsid === value)
  if (!item?.active) throw invalid(field)
  return item.gsid
}

function readItems(field: Field, value: unknown): FieldValue {
  const items: readonly unknown[] = Array.isArray(value) ? value : String(value).split(';')
  return [...new Set(items.map((each) => itemId(field, each)))].join(';') || null
}

const forms: Partial<Record<Field['type'], RegExp>> = {
  EMAIL: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  URL: /^https?:\/\/\S+$/,
}

function readText(field: Field, value: unknown): string {
  if (typeof value !== 'string' || forms[field.type]?.test(value) === false) throw invalid(field)
  return value
}

/** The id of an active status by its name. */
export function readStatus(tenant: Tenant, name: unknown): string {
  const status = tenant.goalStatuses.items.find((item) => item.name === name && item.active)
  if (!status) throw new GoalRefusal('INVALID_STATUS_NAME', 'Invalid StatusName provided in request')
  return status.gsid
}

/** The id that a request sends; empty for anything that is none. */
export const readId = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A name that says something. */
export function readName(name: unknown): string {
  if (typeof name !== 'string' || name.trim() === '') throw new GoalRefusal(null, 'Name cannot be empty')
  return name
}
