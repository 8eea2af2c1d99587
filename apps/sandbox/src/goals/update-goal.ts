import type { Call, PlannedWrite } from '../call.ts'
import { goalSuccess } from '../http/envelope.ts'
import { GoalRefusal } from '../refusal.ts'
import type { FieldValue, Row } from '../tenant/field.ts'
import type { Goal } from '../tenant/goal-store.ts'
import { fieldOf } from '../tenant/path.ts'
import { goalValue } from './goal-fields.ts'
import { readId, readInput, readName, readStatus } from './goal-input.ts'
import { changedLinks, checkLinkable, checkNews, readLinks } from './links.ts'
import { readSingleRequest } from './request.ts'

/** PUT /v1/csgoal/external/update: changes the fields that are sent, and the links; the last write wins. */
export function updateGoal(call: Call): PlannedWrite {
  const { tenant, switches } = call
  const { record, association, dissociation } = readSingleRequest(call.body)
  const gsid = readId(record['Gsid'])
  const goal = tenant.goals.read(gsid)
  if (!goal) throw new GoalRefusal(null, 'Invalid Gsid provided in request')
  const changes = readChanges(call, record)
  if (association != null && switches.associationInUpdate === 'refused') {
    throw new GoalRefusal(null, 'Invalid request - association is not supported in update')
  }
  const added = switches.associationInUpdate === 'accepted' ? readLinks(switches, association) : { CTA: [], SP: [] }
  const removed = readLinks(switches, dissociation)
  checkLinkable(call, added, goal.record)
  checkNews(switches, goal.links, added, removed)
  return {
    gsid,
    outcome() {
      const current = tenant.goals.read(gsid) ?? goal
      const changed: Goal = {
        record: { ...current.record, ...changes, ModifiedById: tenant.keyOwner.Gsid, ModifiedDate: Date.now() },
        links: changedLinks(current.links, added, removed),
      }
      return { goal: changed, body: goalSuccess(reply(call, changed.record, Object.keys(changes))) }
    },
  }
}

function readChanges(call: Call, record: Record<string, unknown>): Record<string, FieldValue> {
  const changes: Record<string, FieldValue> = {}
  const unknown: string[] = []
  for (const [key, value] of Object.entries(record)) {
    const field = fieldOf(call.tenant.goals.table, key, true)
    if (key === 'Gsid') continue
    else if (key === 'Name') changes['Name'] = readName(value)
    else if (key === 'StatusName') changes['StatusId'] = readStatus(call.tenant, value)
    else if (field?.editable) changes[key] = readInput(call, field, value)
    else unknown.push(key)
  }
  if (unknown.length > 0) throw new GoalRefusal('INVALID_FIELD', `Invalid fields in record - ${unknown.join(', ')}`)
  return changes
}

/** What changed, and what an update always answers with: the status comes back as its id only (customer-goals-api.txt). */
function reply({ tenant, switches }: Call, goal: Row, changed: readonly string[]) {
  const shown = new Set(['GoalCategory', 'Gsid', 'ModifiedById', 'ModifiedDate', 'StatusId', ...changed])
  const fields = tenant.goals.table.fields.filter((field) => shown.has(field.name))
  const record = Object.fromEntries(
    fields.map((field) => [field.name, goalValue(field, goal[field.name] ?? null, switches)]),
  )
  return { record, updatedGoals: null, properties: {} }
}
