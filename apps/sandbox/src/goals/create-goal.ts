import { randomUUID } from 'node:crypto'
import type { Call, PlannedWrite } from '../call.ts'
import { goalSuccess } from '../http/envelope.ts'
import { GoalRefusal } from '../refusal.ts'
import { createGsid } from '../seed/gsid.ts'
import { createRandom } from '../seed/random.ts'
import { calendarDay } from '../tenant/calendar.ts'
import { isCustom, type FieldValue, type Row } from '../tenant/field.ts'
import { fieldOf } from '../tenant/path.ts'
import { tableOf } from '../tenant/tenant.ts'
import { goalValue } from './goal-fields.ts'
import { readId, readInput, readName, readStatus } from './goal-input.ts'
import { checkLinkable, readLinks } from './links.ts'
import { resolveLookups } from './lookup.ts'
import { parentOf } from './parent.ts'
import { readSingleRequest } from './request.ts'

/** Inputs that stand for something else than a field of the same name, or that are looked at one by one. */
const ownInputs = new Set([
  'Name',
  'StatusName',
  'EntityType',
  'TemplateId',
  'CompanyId',
  'CompanyName',
  'RelationshipId',
  'RelationshipName',
  'OpportunityId',
  'OpportunityName',
])

/** POST /v1/csgoal/external/create: one goal of a company, relationship or opportunity. */
export function createGoal(call: Call): PlannedWrite {
  const { tenant, switches } = call
  const { record, association, lookups } = readSingleRequest(call.body)
  const found = resolveLookups(tenant, switches, record, lookups)
  const template = readTemplate(call, record['TemplateId'])
  const values = readValues(call, record, found.inputs)
  const created: Row = {
    ...emptyGoal(call),
    ...templateValues(template, call.now),
    ...parentOf(call, record, found.values),
    ...Object.fromEntries([...found.values].filter(([target]) => isCustom(target))),
    ...Object.fromEntries(values),
    Gsid: newGsid(call),
    Name: readName(record['Name'] ?? template?.Name),
    StatusId: readStatus(tenant, record['StatusName'] ?? (template && tenant.goalStatuses.items[0]?.name)),
    TemplateId: template?.Gsid ?? null,
  }
  const links = readLinks(switches, association)
  checkLinkable(call, links, created)
  const sent = new Set([...values.keys(), ...found.values.keys()])
  return {
    gsid: created.Gsid,
    outcome() {
      const now = Date.now()
      const author = tenant.keyOwner.Gsid
      const goal = { ...created, CreatedById: author, CreatedDate: now, ModifiedById: author, ModifiedDate: now }
      return { goal: { record: goal, links }, body: goalSuccess(reply(call, goal, sent)) }
    },
  }
}

function emptyGoal({ tenant }: Call): Record<string, FieldValue> {
  const { fields } = tenant.goals.table
  const firstType = fields.find((field) => field.name === 'GoalTypeId')?.picklist?.items[0]?.gsid ?? null
  const empty = Object.fromEntries(fields.map((field) => [field.name, null]))
  return { ...empty, GoalTypeId: firstType, GoalCategory: 'GOAL' }
}

/** The values of fields that a create may set, as they are stored. */
function readValues(call: Call, record: Record<string, unknown>, lookupInputs: ReadonlySet<string>) {
  const values = new Map<string, FieldValue>()
  const unknown: string[] = []
  for (const [key, value] of Object.entries(record)) {
    if (ownInputs.has(key)) continue
    const field = fieldOf(call.tenant.goals.table, key, true)
    if (field && (field.editable || key === 'RelationshipTypeId')) values.set(key, readInput(call, field, value))
    else if (!lookupInputs.has(key)) unknown.push(key)
  }
  if (unknown.length > 0) throw new GoalRefusal('INVALID_FIELD', `Invalid fields in record - ${unknown.join(', ')}`)
  return values
}

function readTemplate({ tenant }: Call, gsid: unknown): Row | undefined {
  if (gsid === undefined || gsid === null) return undefined
  const template = tableOf(tenant, 'customer_goal_template').byGsid.get(readId(gsid))
  if (!template) throw new GoalRefusal(null, 'Invalid TemplateId provided in request')
  return template
}

/** A template's due date is a number of days after the goal is added (reference 2.7). */
function templateValues(template: Row | undefined, now: number): Record<string, FieldValue> {
  if (!template) return {}
  const days = template['DueDate']
  return {
    Description: template['Description'] ?? null,
    DueDate: typeof days === 'number' ? calendarDay(now, days) : null,
  }
}

function newGsid({ tenant }: Call): string {
  return createGsid(createRandom(randomUUID()), tenant.goals.table.keyPrefix)
}

/** The goal as a create answers with it: related names nested, empty fields left out, of the custom fields those sent. */
function reply({ tenant, switches }: Call, goal: Row, sent: ReadonlySet<string>) {
  const { Gsid, Name } = tenant.keyOwner
  const shown = tenant.goals.table.fields.filter((field) => !isCustom(field.name) || sent.has(field.name))
  const values = shown
    .map((field) => [field.name, goalValue(field, goal[field.name] ?? null, switches)] as const)
    .filter(([, value]) => value !== null)
  const status = tenant.goalStatuses.items.find((item) => item.gsid === goal['StatusId'])
  const namesStatus = !switches.absent.includes('status-name-in-create')
  return {
    goal: {
      ...Object.fromEntries(values),
      CreatedById__gr: { Name },
      ModifiedById__gr: { Name },
      ...(namesStatus && { StatusId__gr: { Name: status?.name } }),
    },
    userInfo: { [Gsid]: { gsid: Gsid, name: Name, profilePicture: null } },
  }
}
