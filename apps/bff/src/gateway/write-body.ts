import * as texts from '@goalkeeper/texts/server/gateway'
import { createHash } from 'node:crypto'
import { GainsightError } from '@goalkeeper/gainsight/error'
import { parentFields } from '@goalkeeper/gainsight/goal-parts'
import { type UpdateGoalRequest, updateGoalRequestSchema } from '@goalkeeper/gainsight/goal-update'
import { type CreateGoalRequest, createGoalRequestSchema } from '@goalkeeper/gainsight/goal-create'
import { checkRequest } from '@goalkeeper/gainsight/request-check'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { AppError } from '#bff/http/app-error.ts'
import type { ParentRef } from './gateway.ts'
import { comparable, linked } from './goal-version.ts'

/** A write's body, checked by the schema of its route. */
export type GoalWrite = { kind: 'update'; body: UpdateGoalRequest } | { kind: 'create'; body: CreateGoalRequest }

/** Checks the body of a write; throws an AppError that says which field is wrong, and why. */
export function parseWrite(kind: GoalWrite['kind'], body: unknown): GoalWrite {
  return kind === 'update'
    ? { kind, body: checkedBody(() => checkRequest(updateGoalRequestSchema, body)) }
    : { kind, body: checkedBody(() => checkRequest(createGoalRequestSchema, body)) }
}

/** A body that is wrong is the fault of the request that brought it: 400, and not the tenant's refusal. */
export function checkedBody<Body>(check: () => Body): Body {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof GainsightError)) throw error
    throw new AppError('invalid', error.message, { fields: error.fields, cause: error })
  }
}

/** The one goal that a body holds. */
export function entryOf<Entry>({ requests }: { requests: Entry[] }): Entry {
  const [entry] = requests
  if (!entry) throw new TypeError(texts.aWriteHoldsOneGoal)
  return entry
}

/** Tells two bodies apart, for a key that is used for a second one. */
export function digestOf({ kind, body }: GoalWrite): string {
  return createHash('sha256')
    .update(`${kind} ${JSON.stringify(body)}`)
    .digest('base64url')
}

/** What a trait is to become: a value (null: empty, or no link), or the status of a name. */
export type Target = { value: string | null } | { statusName: string }

/** The traits of the goal that an update touches, by the name that versions give them. */
export function targetsOf(body: UpdateGoalRequest): Map<string, Target> {
  const { record, association, dissociation } = entryOf(body)
  const targets = new Map<string, Target>()
  for (const [name, value] of Object.entries(record)) {
    if (name === 'StatusName') targets.set('StatusId', { statusName: String(value) })
    else if (name !== 'Gsid') targets.set(name, { value: comparable(toFieldValue(value)) })
  }
  for (const kind of ['CTA', 'SP'] as const) {
    for (const gsid of association?.[kind] ?? []) targets.set(`${kind}/${gsid}`, { value: linked })
    for (const gsid of dissociation?.[kind] ?? []) targets.set(`${kind}/${gsid}`, { value: null })
  }
  return targets
}

function toFieldValue(value: unknown): FieldValue | undefined {
  return Array.isArray(value) ? value.map(String) : (value as FieldValue | undefined)
}

/** How a create names its parent: by its Gsid, or by what the tenant is to look it up by. */
export type CreateParent =
  | ({ by: 'id' } & ParentRef)
  | { by: 'lookup'; field: ParentRef['field']; objectName: string; lookupField: string; match: Record<string, string> }

export function parentOf(body: CreateGoalRequest): CreateParent {
  const { record } = entryOf(body)
  const field = parentFields[record.EntityType].id
  const gsid = record[field]
  if (gsid !== undefined) return { by: 'id', field, gsid }
  const lookup = body.lookups?.[field]
  if (!lookup) throw new TypeError(texts.aCreateWithoutHasALookup(field))
  const match = Object.fromEntries(
    Object.entries(lookup.fields).map(([input, matched]) => [
      matched,
      String(record[input as keyof typeof record] ?? ''),
    ]),
  )
  const { Gsid: matchedGsid, ...others } = match
  if (matchedGsid !== undefined && Object.keys(others).length === 0) return { by: 'id', field, gsid: matchedGsid }
  return { by: 'lookup', field, objectName: lookup.objectName, lookupField: lookup.lookupField, match }
}

/** Equal for two creates of the same name and parent: of these, one at a time may be unsettled. */
export function createKeyOf(body: CreateGoalRequest): string {
  return createKeyFor(entryOf(body).record.Name, parentOf(body))
}

export function createKeyFor(name: string, parent: CreateParent): string {
  return JSON.stringify([name.trim(), parent])
}

/** The body with the write's id in the field that an admin named for it. */
export function stamped(body: CreateGoalRequest, correlationField: string | null, id: string): CreateGoalRequest {
  if (correlationField === null) return body
  const entry = entryOf(body)
  return { ...body, requests: [{ ...entry, record: { ...entry.record, [correlationField]: id } }] }
}
